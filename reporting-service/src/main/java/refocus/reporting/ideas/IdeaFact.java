package refocus.reporting.ideas;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.ideas.IdeaMessage.BenefitMeasured;

/// An idea took a step.
///
/// @param proposedOn where it was proposed
/// @param baseline the measure before, where its benefit was measured; likewise the target and the value
record IdeaFact(
        UUID eventId,
        UUID idea,
        String type,
        String stream,
        Long version,
        Step step,
        Optional<LocalDate> proposedOn,
        Optional<BigDecimal> baseline,
        Optional<BigDecimal> target,
        Optional<BigDecimal> value,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<IdeaFact> FACTS = Table.of("idea_fact", IdeaFact.class, "eventId");

    static IdeaFact of(
            Recorded<IdeaMessage> recorded,
            Step step,
            Optional<LocalDate> proposedOn,
            Optional<BenefitMeasured> benefit) {
        return new IdeaFact(
                recorded.id(),
                recorded.stream().id(),
                IdeaMessage.TYPES.of(recorded.event()).name(),
                recorded.stream().toString(),
                recorded.version(),
                step,
                proposedOn,
                benefit.map(BenefitMeasured::baseline),
                benefit.map(BenefitMeasured::target),
                benefit.map(BenefitMeasured::value),
                recorded.occurredAt(),
                recorded.recordedAt());
    }
}
