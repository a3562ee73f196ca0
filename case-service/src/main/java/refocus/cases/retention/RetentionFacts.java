package refocus.cases.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What the rules of retention ask about a child.
///
/// @param lookedAfter whether the child ever was; no event says so before being looked after is recorded here
public record RetentionFacts(
        UUID child,
        Integer referrals,
        Optional<LocalDate> referredOn,
        Integer cases,
        Integer casesOpen,
        Optional<LocalDate> caseClosedOn,
        Boolean lookedAfter) {

    static RetentionFacts of(UUID child) {
        return new RetentionFacts(child, 0, Optional.empty(), 0, 0, Optional.empty(), false);
    }

    RetentionFacts referred(LocalDate on) {
        return new RetentionFacts(
                child, referrals + 1, Optional.of(later(referredOn, on)), cases, casesOpen, caseClosedOn, lookedAfter);
    }

    RetentionFacts caseOpened() {
        return new RetentionFacts(child, referrals, referredOn, cases + 1, casesOpen + 1, caseClosedOn, lookedAfter);
    }

    RetentionFacts caseClosed(LocalDate on) {
        return new RetentionFacts(
                child, referrals, referredOn, cases, casesOpen - 1, Optional.of(later(caseClosedOn, on)), lookedAfter);
    }

    RetentionFacts caseReopened() {
        return new RetentionFacts(child, referrals, referredOn, cases, casesOpen + 1, caseClosedOn, lookedAfter);
    }

    private static LocalDate later(Optional<LocalDate> known, LocalDate on) {
        return known.filter(on::isBefore).orElse(on);
    }
}
