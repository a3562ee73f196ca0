package refocus.feedback.barriers;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import refocus.eventsourcing.calendar.WorkingDays;

/// How long each step of the ladder has before an unresolved barrier goes to the next.
@Singleton
public class Ladder {

    /// The ladder as data.
    ///
    /// @param owner working days from the assignment, where no day is given
    /// @param steps working days on each level, from level 1 up
    record Terms(int version, int owner, List<Integer> steps) {}

    private final Terms terms;
    private final WorkingDays days;

    Ladder(WorkingDays days) {
        this.terms = read();
        this.days = days;
    }

    /// The highest level.
    public int top() {
        return terms.steps().size();
    }

    /// The day a new owner has until, where no other is given.
    public LocalDate ownersDay(LocalDate assignedOn) {
        return days.after(assignedOn, terms.owner());
    }

    /// The day the next level has until. Every step has as many days as its level says; the last one's
    /// repeat.
    public LocalDate nextDay(LocalDate from, int level) {
        int step = Math.clamp(level, 1, top());
        return days.after(from, terms.steps().get(step - 1));
    }

    private static Terms read() {
        try (InputStream file = Ladder.class.getResourceAsStream("/barriers/ladder.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(file, "ladder"), Terms.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the ladder", e);
        }
    }
}
