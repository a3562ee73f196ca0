package refocus.feedback.surveys;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.calendar.Wales;

/// When the clock closes a survey. One whose last day was over before the log learned of it waits a little: whoever
/// tells of it afterwards is given time to tell who took part, and what they answered.
@Singleton
class ToldLate {

    private final Duration patience;

    ToldLate(@ConfigProperty(name = "refocus.surveys.told-late", defaultValue = "PT30S") Duration patience) {
        this.patience = patience;
    }

    /// The moment the day is over, or a little after it was told of where that is later.
    Instant due(LocalDate day, Instant toldAt) {
        Instant over = Wales.endOf(day);
        return over.isAfter(toldAt) ? over : toldAt.plus(patience);
    }
}
