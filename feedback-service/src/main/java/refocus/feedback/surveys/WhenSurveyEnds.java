package refocus.feedback.surveys;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.feedback.survey.Survey;
import refocus.feedback.survey.SurveyCommand;
import refocus.feedback.survey.SurveyCommand.CloseSurvey;
import refocus.feedback.survey.SurveyEvent;

/// When a survey's last day is over, it is closed.
@Singleton
public class WhenSurveyEnds implements WhenDue {

    private final Desk<SurveyCommand, SurveyEvent, Survey> desk;

    WhenSurveyEnds(Desks desks) {
        this.desk = desks.of(Survey.TYPE);
    }

    @Override
    public String name() {
        return "when_survey_ends";
    }

    @Override
    public String view() {
        return SurveysProjection.DUE.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        return desk.handle(stream.id(), new CloseSurvey(Wales.dayOf(dueAt.minusMillis(1))), asking);
    }
}
