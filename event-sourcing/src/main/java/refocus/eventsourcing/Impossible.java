package refocus.eventsourcing;

import java.util.List;

/// Well formed and yet impossible: a wrong check digit, a date in the future, a code that does not exist.
public final class Impossible extends RuntimeException {

    private final String field;
    private final String code;
    private final transient List<Object> facts;

    /// @param field where in the request, as in `dateOfBirth.date`
    /// @param facts what the sentence mentions, in its order; never personal data
    public Impossible(String field, String code, Object... facts) {
        this.field = field;
        this.code = code;
        this.facts = List.of(facts);
        super(field + ": " + code);
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }

    public List<Object> facts() {
        return facts;
    }
}
