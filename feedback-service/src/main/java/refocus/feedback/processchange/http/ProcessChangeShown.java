package refocus.feedback.processchange.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.feedback.processchange.ProcessChange;
import refocus.feedback.processchange.ProcessChange.Judged;
import refocus.feedback.processchange.ProcessChange.Tried;
import refocus.feedback.processchange.ProcessChange.Untried;
import refocus.feedback.processchange.ProcessChangeEvent.ProcessChangeJudged;
import refocus.feedback.processchange.ProcessChangeEvent.ProcessChangeTried;
import refocus.feedback.processchange.ProcessChangeEvent.Verdict;

/// A process change as its reader sees it; what is erased is left out.
record ProcessChangeShown(
        UUID id,
        UUID triedBy,
        Optional<String> what,
        Optional<String> measure,
        BigDecimal baseline,
        Optional<LocalDate> judgeBy,
        LocalDate triedOn,
        Optional<Judgement> outcome) {

    record Judgement(
            Verdict verdict,
            Optional<BigDecimal> value,
            Optional<BigDecimal> change,
            Optional<String> why,
            UUID judgedBy,
            LocalDate judgedOn) {

        static Judgement of(ProcessChangeJudged judged, Opener opener) {
            return new Judgement(
                    judged.verdict(),
                    judged.value(),
                    judged.change(),
                    opener.open(judged.why()).text(),
                    judged.judgedBy(),
                    judged.judgedOn());
        }
    }

    /// Whose keys its texts are under.
    static Set<UUID> subjects(ProcessChange state) {
        return switch (state) {
            case Untried _ -> throw new Unknown("process-change");
            case Tried(var change) -> Set.of(change.triedBy());
            case Judged(var change, var judgement)
            when change.triedBy().equals(judgement.judgedBy()) -> Set.of(change.triedBy());
            case Judged(var change, var judgement) -> Set.of(change.triedBy(), judgement.judgedBy());
        };
    }

    static ProcessChangeShown of(UUID id, ProcessChange state, Opener opener) {
        return switch (state) {
            case Untried _ -> throw new Unknown("process-change");
            case Tried(var change) -> of(id, change, Optional.empty(), opener);
            case Judged(var change, var judgement) ->
                of(id, change, Optional.of(Judgement.of(judgement, opener)), opener);
        };
    }

    private static ProcessChangeShown of(
            UUID id, ProcessChangeTried change, Optional<Judgement> outcome, Opener opener) {
        return new ProcessChangeShown(
                id,
                change.triedBy(),
                opener.open(change.what()).text(),
                opener.open(change.measure()).text(),
                change.baseline(),
                change.judgeBy(),
                change.triedOn(),
                outcome);
    }
}
