package refocus.cases.childcase.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseCommand.GoalScore;
import refocus.cases.childcase.CaseCommand.Present;
import refocus.cases.childcase.CaseCommand.RecordDirectWork;
import refocus.cases.childcase.CaseCommand.RecordMissedDirectWork;
import refocus.cases.childcase.CaseCommand.Session;
import refocus.cases.childcase.CaseCommand.When;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Malformed;

/// Time with a child as a request tells it: held, which needs four fields, or not held, which needs a reason.
///
/// @param reason why it was not held; where it stands, nothing was
record SessionTold(
        Optional<@Min(1) @Max(1440) Integer> minutes,
        Optional<String> mode,
        Optional<Boolean> seenAlone,
        Optional<@Size(min = 1, max = 20_000) String> summary,
        Optional<String> reason,
        Optional<@Size(max = 20) List<@NotNull @Valid Child>> children,
        Optional<String> place,
        Optional<String> method,
        Optional<List<@NotNull UUID>> resources,
        Optional<@Size(max = 20_000) String> childView,
        Optional<@Size(max = 20_000) String> whatChanged,
        Optional<List<@NotNull @Valid Score>> goalScores,
        Optional<@Min(0) @Max(1440) Integer> travelMinutes,
        Optional<String> visitKind,
        Optional<Boolean> toldChildWhatHappensNext,
        Optional<List<@NotNull UUID>> workers,
        Optional<Instant> occurredAt) {

    /// @param seen true unless it says otherwise
    record Child(
            @NotNull UUID child,
            Optional<Boolean> seen,
            Optional<Boolean> seenAlone,
            Optional<@Size(max = 20_000) String> childView) {

        Present present() {
            return new Present(child, seen.orElse(true), seenAlone.orElse(false), childView);
        }
    }

    record Score(
            @NotNull UUID goal, @NotNull @Min(0) @Max(10) Integer score, Optional<String> ratedBy) {

        GoalScore given() {
            return new GoalScore(goal, score, ratedBy);
        }
    }

    SessionTold checked(CodeSets codes) {
        codes.check("direct-work-mode", "mode", mode);
        codes.check("not-held-reason", "reason", reason);
        codes.check("place", "place", place);
        codes.check("direct-work-method", "method", method);
        codes.check("visit-kind", "visitKind", visitKind);
        goalScores.orElse(List.of()).forEach(score -> codes.check("rater", "goalScores.ratedBy", score.ratedBy()));
        return this;
    }

    List<UUID> childrenNamed() {
        return children.orElse(List.of()).stream().map(Child::child).toList();
    }

    CaseCommand asked(List<UUID> doneBy, When when) {
        return reason.<CaseCommand>map(why -> new RecordMissedDirectWork(doneBy, why, summary, when))
                .orElseGet(() -> new RecordDirectWork(session(doneBy), when));
    }

    private Session session(List<UUID> doneBy) {
        return new Session(
                doneBy,
                needed("minutes", minutes),
                needed("mode", mode),
                needed("seenAlone", seenAlone),
                needed("summary", summary),
                children.orElse(List.of()).stream().map(Child::present).toList(),
                place,
                method,
                resources.orElse(List.of()),
                childView,
                whatChanged,
                goalScores.orElse(List.of()).stream().map(Score::given).toList(),
                travelMinutes,
                visitKind,
                toldChildWhatHappensNext);
    }

    private static <T> T needed(String field, Optional<T> given) {
        return given.orElseThrow(() -> new Malformed(field, "session-field-missing"));
    }
}
