package refocus.cases.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.eventsourcing.Coded;
import refocus.eventsourcing.Refused;

/// The answer to someone whose level does not reach: which right it is, and who can.
final class Beyond {

    private Beyond() {}

    /// To take what is proposed.
    static Refused right(DecisionProposed of, int needed) {
        return of.rightVersion().isPresent()
                ? refused("beyond-right", of.kind(), of.tier(), needed, of.rightVersion())
                : refused("beyond-usual-right", of.kind(), of.tier(), needed, of.rightVersion());
    }

    static Refused right(DecisionProposed of, int needed, String code) {
        return refused(code, of.kind(), of.tier(), needed, of.rightVersion());
    }

    /// To change or review what was taken.
    static Refused right(DecisionTaken of, int needed, String code) {
        return refused(code, of.kind(), of.tier(), needed, of.rightVersion());
    }

    private static Refused refused(String code, String kind, String tier, int needed, Optional<Integer> version) {
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("kind", kind);
        right.put("tier", tier);
        right.put("lowestLevel", needed);
        version.ifPresent(known -> right.put("version", known));
        return new Refused(
                        code,
                        Coded.of("decision-kind", kind),
                        Coded.of("risk-tier", tier),
                        needed,
                        Coded.of("decision-level", Level.code(needed)),
                        new Coded("decision-level", Level.from(needed)),
                        version.map(Object::toString).orElse("-"))
                .notAllowed()
                .telling("right", Map.copyOf(right))
                .telling("whoCan", Level.from(needed));
    }
}
