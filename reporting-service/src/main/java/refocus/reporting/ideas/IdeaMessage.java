package refocus.reporting.ideas;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What feedback-service says of ideas, as far as the report needs it. Everything else passes by.
public sealed interface IdeaMessage {

    EventTypes<IdeaMessage> TYPES = EventTypes.of(IdeaMessage.class);

    /// The topic, from its beginning.
    static Feed<IdeaMessage> feed() {
        return new Feed.Topic<>(TYPES, "refocus.feedback.events", "refocus.feedback", Set.of("idea"), true);
    }

    @EventName("idea-proposed")
    record IdeaProposed(LocalDate proposedOn) implements IdeaMessage {}

    /// Told by both ideas.
    ///
    /// @param ended whether this is the one that ends by it
    @EventName("ideas-merged")
    record IdeasMerged(Boolean ended) implements IdeaMessage {}

    @EventName("idea-withdrawn")
    record IdeaWithdrawn() implements IdeaMessage {}

    @EventName("business-case-drafted")
    record BusinessCaseDrafted() implements IdeaMessage {}

    @EventName("business-case-submitted")
    record BusinessCaseSubmitted() implements IdeaMessage {}

    /// Somebody decided on it.
    ///
    /// @param outcome a deferred case waits for another decision
    @EventName("business-case-decided")
    record BusinessCaseDecided(String outcome) implements IdeaMessage {

        private static final Set<String> OUTCOMES = Set.of("APPROVED", "DECLINED", "DEFERRED");

        public BusinessCaseDecided {
            if (!OUTCOMES.contains(outcome)) {
                throw new IllegalArgumentException("unknown code in outcome");
            }
        }

        boolean isDeferred() {
            return outcome.equals("DEFERRED");
        }

        boolean isApproved() {
            return outcome.equals("APPROVED");
        }
    }

    @EventName("implementation-completed")
    record ImplementationCompleted() implements IdeaMessage {}

    /// What came of it was measured.
    ///
    /// @param value the measure now; each idea has a measure of its own
    @EventName("benefit-measured")
    record BenefitMeasured(BigDecimal baseline, BigDecimal target, BigDecimal value) implements IdeaMessage {}
}
