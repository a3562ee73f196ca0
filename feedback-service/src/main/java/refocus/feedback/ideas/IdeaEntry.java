package refocus.feedback.ideas;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;

/// An idea as a list shows it.
///
/// @param needScore the mean of what it was scored for children's needs, once it is submitted
/// @param change the last measured benefit, against the baseline
public record IdeaEntry(
        UUID idea,
        Stage stage,
        Sealed title,
        UUID proposedBy,
        Instant proposedAt,
        Integer supporters,
        Optional<BigDecimal> needScore,
        Optional<BigDecimal> change) {

    /// How far it has come.
    public enum Stage {
        PROPOSED,
        DRAFTED,
        SUBMITTED,
        APPROVED,
        DECLINED,
        STARTED,
        COMPLETED,
        WITHDRAWN,
        MERGED
    }

    IdeaEntry at(Stage next) {
        return new IdeaEntry(idea, next, title, proposedBy, proposedAt, supporters, needScore, change);
    }

    IdeaEntry supportedBy(int more) {
        return new IdeaEntry(idea, stage, title, proposedBy, proposedAt, supporters + more, needScore, change);
    }

    IdeaEntry submitted(BigDecimal score) {
        return new IdeaEntry(
                idea, Stage.SUBMITTED, title, proposedBy, proposedAt, supporters, Optional.of(score), change);
    }

    IdeaEntry measured(BigDecimal by) {
        return new IdeaEntry(idea, stage, title, proposedBy, proposedAt, supporters, needScore, Optional.of(by));
    }
}
