package refocus.feedback.surveys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A survey as a list shows it.
public record SurveyEntry(
        UUID survey,
        State state,
        String titleEn,
        String titleCy,
        Instant designedAt,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> closesOn) {

    /// Where it stands.
    public enum State {
        DESIGNED,
        OPEN,
        CLOSED,
        PUBLISHED
    }

    SurveyEntry opened(LocalDate on, LocalDate until) {
        return new SurveyEntry(survey, State.OPEN, titleEn, titleCy, designedAt, Optional.of(on), Optional.of(until));
    }

    SurveyEntry now(State next) {
        return new SurveyEntry(survey, next, titleEn, titleCy, designedAt, openedOn, closesOn);
    }
}
