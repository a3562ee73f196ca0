package refocus.eventsourcing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules say no. The code names the rule; its sentence stands in the message bundles, in English and Welsh.
public final class Refused extends RuntimeException {

    private final String code;
    private final transient List<Object> facts;
    private final transient Map<String, Object> members;
    private final boolean forAnyone;

    /// @param facts what the sentence mentions, in its order; never personal data
    public Refused(String code, Object... facts) {
        this(code, List.of(facts), Map.of(), true);
    }

    private Refused(String code, List<Object> facts, Map<String, Object> members, boolean forAnyone) {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a refusal needs a code");
        }
        this.code = code;
        this.facts = facts;
        this.members = members;
        this.forAnyone = forAnyone;
        super(code);
    }

    public String code() {
        return code;
    }

    public List<Object> facts() {
        return facts;
    }

    /// The same refusal, telling programs more: an extension member of the problem document (RFC 9457).
    public Refused telling(String member, Object value) {
        var more = new HashMap<>(members);
        more.put(member, value);
        return new Refused(code, facts, Map.copyOf(more), forAnyone);
    }

    /// The same refusal where others may do it, and this caller may not: 403 rather than 409.
    public Refused notAllowed() {
        return new Refused(code, facts, members, false);
    }

    /// Whether it is refused whoever asks.
    public boolean isForAnyone() {
        return forAnyone;
    }

    public Map<String, Object> members() {
        return members;
    }
}
