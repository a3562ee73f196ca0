package refocus.eventsourcing;

/// Nothing ever happened under this id, as far as the one who asks may know.
public final class Unknown extends RuntimeException {

    private final String what;

    /// @param what the kind of thing, as in `case`
    public Unknown(String what) {
        this.what = what;
        super("unknown " + what);
    }

    public String what() {
        return what;
    }
}
