package refocus.reporting.ideas;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.ideas.IdeaMessage.BenefitMeasured;

/// The rollup: an idea and the steps it has taken, each once. Whole months count these by the day they were proposed.
///
/// @param value the measure when it was last taken; likewise what it was to be compared with
record IdeaNow(
        UUID idea,
        LocalDate proposedOn,
        Boolean drafted,
        Boolean submitted,
        Boolean approved,
        Boolean declined,
        Boolean implemented,
        Boolean measured,
        Boolean withdrawn,
        Boolean merged,
        Optional<BigDecimal> baseline,
        Optional<BigDecimal> target,
        Optional<BigDecimal> value) {

    static final Table<IdeaNow> IDEAS = Table.of("idea_now", IdeaNow.class, "idea");

    static IdeaNow proposed(UUID idea, LocalDate on) {
        return new IdeaNow(
                idea,
                on,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    IdeaNow after(Step step, Optional<BenefitMeasured> benefit) {
        return new IdeaNow(
                idea,
                proposedOn,
                drafted || step == Step.DRAFTED,
                submitted || step == Step.SUBMITTED,
                approved || step == Step.APPROVED,
                declined || step == Step.DECLINED,
                implemented || step == Step.IMPLEMENTED,
                measured || step == Step.MEASURED,
                withdrawn || step == Step.WITHDRAWN,
                merged || step == Step.MERGED,
                benefit.map(BenefitMeasured::baseline).or(() -> baseline),
                benefit.map(BenefitMeasured::target).or(() -> target),
                benefit.map(BenefitMeasured::value).or(() -> value));
    }
}
