package refocus.cases.decisionlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A decision as the log lists it.
///
/// @param neededLevel who may take it: what its right needs, or higher where it was referred up
public record DecisionEntry(
        UUID decision,
        Optional<UUID> referral,
        Optional<UUID> caseId,
        UUID child,
        String kind,
        String tier,
        Status status,
        Integer requiredLevel,
        Integer neededLevel,
        Optional<UUID> proposedBy,
        Instant proposedAt,
        Integer supporters,
        Optional<Integer> takenLevel,
        Optional<UUID> takenBy,
        Optional<Instant> takenAt,
        Optional<String> outsideRule) {

    public enum Status {
        PROPOSED,
        TAKEN,
        OVERTURNED
    }

    DecisionEntry supported() {
        return with(status, neededLevel, supporters + 1);
    }

    DecisionEntry neededAt(int level) {
        return with(status, Math.max(requiredLevel, level), supporters);
    }

    DecisionEntry overturned() {
        return with(Status.OVERTURNED, neededLevel, supporters);
    }

    DecisionEntry taken(int level, Optional<UUID> by, Instant at, Optional<String> outside) {
        return new DecisionEntry(
                decision,
                referral,
                caseId,
                child,
                kind,
                tier,
                Status.TAKEN,
                requiredLevel,
                neededLevel,
                proposedBy,
                proposedAt,
                supporters,
                Optional.of(level),
                by,
                Optional.of(at),
                outside);
    }

    private DecisionEntry with(Status now, int needed, int behindIt) {
        return new DecisionEntry(
                decision,
                referral,
                caseId,
                child,
                kind,
                tier,
                now,
                requiredLevel,
                needed,
                proposedBy,
                proposedAt,
                behindIt,
                takenLevel,
                takenBy,
                takenAt,
                outsideRule);
    }
}
