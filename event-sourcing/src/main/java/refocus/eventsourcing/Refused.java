package refocus.eventsourcing;

import java.util.List;

/// The rules say no. The code names the rule; its sentence stands in the message bundles, in English and Welsh.
public final class Refused extends RuntimeException {

    private final String code;
    private final transient List<Object> facts;

    /// @param facts what the sentence mentions, in its order; never personal data
    public Refused(String code, Object... facts) {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a refusal needs a code");
        }
        this.code = code;
        this.facts = List.of(facts);
        super(code);
    }

    public String code() {
        return code;
    }

    public List<Object> facts() {
        return facts;
    }
}
