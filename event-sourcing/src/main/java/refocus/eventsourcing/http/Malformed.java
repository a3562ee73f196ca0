package refocus.eventsourcing.http;

/// Something in the request is not what its place takes: a header, a cursor, a filter. Answers 400.
public final class Malformed extends RuntimeException {

    private final String field;
    private final String code;

    /// @param field the header or parameter, never its value
    /// @param code of the problem, as in `malformed-cursor`
    public Malformed(String field, String code) {
        this.field = field;
        this.code = code;
        super(field + ": " + code);
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }
}
