package refocus.feedback.processchange;

import static refocus.eventsourcing.personal.Sealed.about;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.feedback.processchange.ProcessChangeCommand.JudgeChange;
import refocus.feedback.processchange.ProcessChangeCommand.TryChange;
import refocus.feedback.processchange.ProcessChangeEvent.ProcessChangeJudged;
import refocus.feedback.processchange.ProcessChangeEvent.ProcessChangeTried;
import refocus.feedback.processchange.ProcessChangeEvent.Verdict;

class ProcessChangeTest {

    private static final UUID AMINA = UUID.fromString("0193a0de-0000-7000-8000-0000000000a1");
    private static final UUID MANAGER = UUID.fromString("0193a0de-0000-7000-8000-0000000000e1");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final BigDecimal NINETY = new BigDecimal("90");

    final DeciderSpec<ProcessChangeCommand, ProcessChangeEvent, ProcessChange> aChange =
            DeciderSpec.of(ProcessChange.TYPE.decider());

    @Test
    void it_is_tried_once() {
        var trying = new TryChange(AMINA, "Notes by voice.", "Minutes a note", NINETY, Optional.of(FRIDAY), MONDAY);
        aChange.when(trying).then(tried());
        aChange.given(tried()).when(trying).thenNothing();
    }

    @Test
    void it_is_judged_by_what_it_did_against_the_baseline() {
        aChange.given(tried()).when(judging(Verdict.KEEP, FRIDAY)).then(judged(Verdict.KEEP));
        aChange.given(tried(), judged(Verdict.KEEP))
                .when(judging(Verdict.KEEP, FRIDAY))
                .thenNothing();
        aChange.when(judging(Verdict.KEEP, FRIDAY)).thenUnknown();
    }

    @Test
    void what_is_adapted_is_judged_again_and_what_is_kept_is_not() {
        aChange.given(tried(), judged(Verdict.ADAPT))
                .when(judging(Verdict.DROP, FRIDAY))
                .then(judged(Verdict.DROP));
        aChange.given(tried(), judged(Verdict.KEEP))
                .when(judging(Verdict.DROP, FRIDAY))
                .thenRefused("change-judged");
    }

    @Test
    void it_is_not_judged_before_it_was_tried() {
        aChange.given(tried())
                .when(judging(Verdict.KEEP, MONDAY.minusDays(1)))
                .thenImpossible("occurredAt", "judged-before-tried");
    }

    private static ProcessChangeTried tried() {
        return new ProcessChangeTried(
                AMINA,
                about(AMINA, "Notes by voice."),
                about(AMINA, "Minutes a note"),
                NINETY,
                Optional.of(FRIDAY),
                MONDAY);
    }

    private static JudgeChange judging(Verdict verdict, LocalDate on) {
        return new JudgeChange(MANAGER, verdict, Optional.of(new BigDecimal("60")), "It was quicker.", on);
    }

    private static ProcessChangeJudged judged(Verdict verdict) {
        return new ProcessChangeJudged(
                MANAGER,
                verdict,
                Optional.of(new BigDecimal("60")),
                Optional.of(new BigDecimal("-30")),
                about(MANAGER, "It was quicker."),
                FRIDAY);
    }
}
