package refocus.eventsourcing.fuzz;

/// Something that no reply may be.
///
/// @param kind the same for the same mistake at the same door
/// @param what was asked, in a few words
/// @param shows the evidence
record Finding(String kind, String what, String shows, Asked asked) {

    private static final int ENOUGH = 2000;

    @Override
    public String toString() {
        return "%s%n    after %s: %s%n    %s".formatted(kind, what, cut(shows), cut(asked.curl()));
    }

    private static String cut(String text) {
        return text.length() > ENOUGH ? text.substring(0, ENOUGH) + "…" : text;
    }
}
