package refocus.reporting.morale;

import static refocus.reporting.morale.FigureFact.FIGURES;
import static refocus.reporting.morale.QuestionFact.QUESTIONS;
import static refocus.reporting.morale.SurveyFact.FACTS;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.morale.SurveyMessage.SurveyClosed;
import refocus.reporting.morale.SurveyMessage.SurveyDesigned;
import refocus.reporting.morale.SurveyMessage.SurveyResultPublished;

/// What was asked, when asking ended, and what was published.
@Singleton
class MoraleProjection implements Projection<SurveyMessage> {

    @Override
    public String name() {
        return "morale";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<SurveyMessage> feed() {
        return SurveyMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, QUESTIONS, FIGURES);
    }

    @Override
    public List<Change> apply(Recorded<SurveyMessage> recorded) {
        return switch (recorded.event()) {
            case SurveyDesigned(var questions) ->
                questions.stream()
                        .map(asked -> QUESTIONS.insert(
                                new QuestionFact(recorded.stream().id(), asked.id(), asked.kind())))
                        .toList();
            case SurveyClosed(var closedOn) ->
                List.of(fact(recorded, Optional.of(closedOn), Optional.empty(), Optional.empty()));
            case SurveyResultPublished result -> published(recorded, result);
        };
    }

    private static List<Change> published(Recorded<SurveyMessage> recorded, SurveyResultPublished result) {
        Stream<Change> fact =
                Stream.of(fact(recorded, Optional.empty(), Optional.of(result.invited()), result.responses()));
        Stream<Change> figures = result.overall().stream()
                .map(figure -> FIGURES.insert(
                        new FigureFact(recorded.stream().id(), figure.question(), figure.responses(), figure.value())));
        return Stream.concat(fact, figures).toList();
    }

    private static Change fact(
            Recorded<SurveyMessage> recorded,
            Optional<LocalDate> closedOn,
            Optional<Integer> invited,
            Optional<Integer> responses) {
        return FACTS.insert(new SurveyFact(
                recorded.id(),
                recorded.stream().id(),
                SurveyMessage.TYPES.of(recorded.event()).name(),
                recorded.stream().toString(),
                recorded.version(),
                closedOn,
                invited,
                responses,
                recorded.occurredAt(),
                recorded.recordedAt()));
    }
}
