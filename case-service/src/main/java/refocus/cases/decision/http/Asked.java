package refocus.cases.decision.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What requests about decisions bring.
final class Asked {

    private static final int LONG = 20_000;

    private Asked() {}

    /// @param taken whether it is taken at once, by one whose right it is
    /// @param byPanel whether a panel took it, and a manager records so
    /// @param outsideRule why it was taken beyond one's right, where that has happened
    record Proposing(
            @NotBlank String kind,
            Optional<String> tier,
            Optional<@Size(max = 20) List<@NotBlank @Size(max = LONG) String>> options,
            @NotBlank @Size(max = LONG) String rationale,
            Optional<@Size(max = LONG) String> childView,
            Optional<Boolean> taken,
            Optional<Boolean> byPanel,
            Optional<@Size(min = 1, max = LONG) String> outsideRule,
            Optional<Instant> occurredAt) {

        boolean isTaken() {
            return taken.orElse(false) || outsideRule.isPresent();
        }
    }

    record Supporting(Optional<@Size(max = LONG) String> reason, Optional<Instant> occurredAt) {}

    record ReferringUp(
            Optional<Integer> toLevel,
            @NotBlank @Size(max = LONG) String reason,
            Optional<Instant> occurredAt) {}

    /// Why it is given back, or overturned.
    record Reasoned(@NotBlank @Size(max = LONG) String reason, Optional<Instant> occurredAt) {}

    record TakingIt(
            Optional<@Size(max = LONG) String> note,
            Optional<Boolean> byPanel,
            Optional<@Size(min = 1, max = LONG) String> outsideRule,
            Optional<Instant> occurredAt) {}

    record Reviewing(
            @NotBlank String outcome, Optional<@Size(max = LONG) String> reason, Optional<Instant> occurredAt) {}
}
