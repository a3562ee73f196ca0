package refocus.feedback.surveys;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.feedback.survey.SurveyEvent;
import refocus.feedback.survey.SurveyEvent.ParticipationRecorded;
import refocus.feedback.survey.SurveyEvent.SurveyClosed;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;
import refocus.feedback.surveys.SurveyEntry.State;

/// Keeps a row for each survey, and one more while it is open.
@Singleton
public class SurveysProjection implements Projection<SurveyEvent> {

    public static final Table<SurveyEntry> SURVEYS = Table.of("surveys", SurveyEntry.class, "survey");
    static final Table<DueSurvey> DUE = Table.of("surveys_due", DueSurvey.class, "streamId");

    private final ToldLate late;

    SurveysProjection(ToldLate late) {
        this.late = late;
    }

    @Override
    public String name() {
        return "surveys";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<SurveyEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(SurveyEvent.class), Set.of("survey"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SURVEYS, DUE);
    }

    @Override
    public List<Change> apply(Recorded<SurveyEvent> recorded) {
        UUID survey = recorded.stream().id();
        String stream = recorded.stream().toString();
        return switch (recorded.event()) {
            case SurveyDesigned designed ->
                List.of(SURVEYS.insert(new SurveyEntry(
                        survey,
                        State.DESIGNED,
                        designed.titleEn(),
                        designed.titleCy(),
                        recorded.occurredAt(),
                        Optional.empty(),
                        Optional.empty())));
            case SurveyOpened opened ->
                List.of(
                        SURVEYS.update(row -> row.opened(opened.openedOn(), opened.closesOn()), survey),
                        DUE.insert(new DueSurvey(stream, late.due(opened.closesOn(), recorded.recordedAt()))));
            case SurveyClosed _ -> List.of(SURVEYS.update(row -> row.now(State.CLOSED), survey), DUE.delete(stream));
            case SurveyResultPublished _ -> List.of(SURVEYS.update(row -> row.now(State.PUBLISHED), survey));
            case ParticipationRecorded _ -> Change.unchanged(); // how many have answered is nobody's business yet
        };
    }
}
