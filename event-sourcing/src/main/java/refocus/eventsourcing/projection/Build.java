package refocus.eventsourcing.projection;

/// One building of a projection, in a schema of its own.
record Build(String projection, int version, int number, String schema, State state) {

    enum State {
        BUILDING,
        SERVING,
        RETIRED
    }

    static String schema(String projection, int version, int number) {
        return "%s_v%d_b%d".formatted(projection, version, number);
    }
}
