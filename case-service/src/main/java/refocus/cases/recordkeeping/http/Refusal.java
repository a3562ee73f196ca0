package refocus.cases.recordkeeping.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureRefused;
import refocus.cases.recordkeeping.RecordKeepingEvent.Ground;
import refocus.eventsourcing.Coded;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.personal.Opener;

/// A recorded refusal to erase, as it is told: the strongest ground by name, and all of them for programs.
final class Refusal {

    static final String RULES = "retention-rule";

    /// What keeps a record.
    ///
    /// @param until the day it ends, where that is known
    record GroundShown(String rule, int version, String name, Optional<LocalDate> until) {

        static GroundShown of(KeptBy kept, CodeSets codes, Caller caller) {
            return new GroundShown(kept.rule(), kept.version(), name(kept.rule(), codes, caller), kept.until());
        }

        /// For the members of a problem, which are words and numbers.
        private Map<String, Object> told() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("rule", rule);
            told.put("version", version);
            told.put("name", name);
            until.ifPresent(day -> told.put("until", day.toString()));
            return told;
        }

        private static GroundShown of(Ground ground, Opener opener, CodeSets codes, Caller caller) {
            return new GroundShown(
                    ground.rule(), ground.version(), name(ground.rule(), codes, caller), end(ground, opener));
        }

        private static String name(String rule, CodeSets codes, Caller caller) {
            return codes.label(RULES, rule, caller.language().locale());
        }
    }

    private Refusal() {}

    static Refused of(ErasureRefused refusal, Opener opener, CodeSets codes, Caller caller) {
        List<GroundShown> grounds = refusal.grounds().stream()
                .map(ground -> GroundShown.of(ground, opener, codes, caller))
                .toList();
        return told(grounds.getFirst())
                .telling("grounds", grounds.stream().map(GroundShown::told).toList());
    }

    private static Refused told(GroundShown ground) {
        return switch (ground.rule()) {
            case "legal-hold" -> new Refused("legal-hold");
            case "service-hold" -> new Refused("service-hold");
            case "subject-access" -> new Refused("subject-access-open");
            default ->
                ground.until()
                        .map(until -> new Refused("retention-rule", Coded.of(RULES, ground.rule()), until))
                        .orElseGet(() -> new Refused("retention-rule-open", Coded.of(RULES, ground.rule())));
        };
    }

    private static Optional<LocalDate> end(Ground ground, Opener opener) {
        return opener.text(ground.until()).map(LocalDate::parse);
    }
}
