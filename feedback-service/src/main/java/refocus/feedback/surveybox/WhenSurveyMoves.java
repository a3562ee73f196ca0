package refocus.feedback.surveybox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;
import refocus.feedback.survey.Survey;
import refocus.feedback.survey.Survey.Closed;
import refocus.feedback.survey.SurveyCommand;
import refocus.feedback.survey.SurveyCommand.PublishResult;
import refocus.feedback.survey.SurveyEvent;
import refocus.feedback.survey.SurveyEvent.ParticipationRecorded;
import refocus.feedback.survey.SurveyEvent.SurveyClosed;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;
import refocus.feedback.survey.Tally;

/// When a survey opens, its tokens are minted; when it closes, its result is published; then its box is
/// destroyed.
///
/// One reaction for all three, so that nothing is destroyed before it is published. Each step may be done
/// again.
@Singleton
public class WhenSurveyMoves implements Reaction<SurveyEvent> {

    private final Desk<SurveyCommand, SurveyEvent, Survey> desk;
    private final TokenPool tokens;
    private final AnswerBox answers;
    private final SurveySecrets secrets;

    WhenSurveyMoves(Desks desks, TokenPool tokens, AnswerBox answers, SurveySecrets secrets) {
        this.desk = desks.of(Survey.TYPE);
        this.tokens = tokens;
        this.answers = answers;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "when_survey_moves";
    }

    @Override
    public Projection.Feed<SurveyEvent> feed() {
        return new Projection.Feed.OwnLog<>(EventTypes.of(SurveyEvent.class), Set.of("survey"));
    }

    @Override
    public Uni<?> react(Recorded<SurveyEvent> recorded) {
        UUID survey = recorded.stream().id();
        return switch (recorded.event()) {
            case SurveyDesigned _, ParticipationRecorded _ -> Uni.createFrom().voidItem();
            case SurveyOpened opened -> prepare(survey, opened);
            case SurveyClosed _ ->
                desk.read(survey).map(Current::state).chain(state -> publish(recorded, survey, state));
            case SurveyResultPublished _ ->
                answers.delete(survey).chain(() -> tokens.delete(survey)).chain(() -> secrets.destroy(survey));
        };
    }

    /// Seen again after the survey was published, it makes nothing anew: the key is destroyed.
    private Uni<?> prepare(UUID survey, SurveyOpened opened) {
        return desk.read(survey)
                .map(Current::state)
                .chain(state -> state instanceof Survey.Open
                        ? answers.make(survey)
                                .chain(() ->
                                        tokens.mint(survey, opened.audience().size()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<?> publish(Recorded<SurveyEvent> recorded, UUID survey, Survey state) {
        if (!(state instanceof Closed(var design, var opening))) {
            return Uni.createFrom().voidItem();
        }
        return answers.close(survey)
                .map(sheets -> new PublishResult(new Tally(design, opening, sheets).result()))
                .chain(command -> desk.handle(survey, command, because(recorded, "publish")));
    }
}
