package refocus.reporting.directwork;

import static refocus.reporting.directwork.TravelDay.TRAVEL;
import static refocus.reporting.directwork.WorkFact.FACTS;
import static refocus.reporting.directwork.WorkerWeek.WEEKS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.reporting.casework.CaseMessage;

/// A worker's minutes on a day, by what they went to.
record Spent(
        UUID worker, LocalDate day, int direct, int visit, int sessionTravel, int notes, int loggedTravel, int logged) {

    static Spent inSession(UUID worker, LocalDate day, int minutes, boolean onlyVisit, int travel) {
        return new Spent(worker, day, minutes, onlyVisit ? minutes : 0, travel, 0, 0, 0);
    }

    static Spent onNote(UUID worker, LocalDate day, int minutes) {
        return new Spent(worker, day, 0, 0, 0, minutes, 0, 0);
    }

    static Spent logged(UUID worker, LocalDate day, boolean travel, int minutes) {
        return travel ? new Spent(worker, day, 0, 0, 0, 0, minutes, 0) : new Spent(worker, day, 0, 0, 0, 0, 0, minutes);
    }

    /// The fact, and what it adds to the rollups.
    List<Change> changes(Recorded<CaseMessage> recorded, int line) {
        var changes = new ArrayList<Change>();
        changes.add(FACTS.insert(new WorkFact(
                recorded.id(),
                line,
                CaseMessage.TYPES.of(recorded.event()).name(),
                recorded.stream().toString(),
                recorded.version(),
                worker,
                day,
                direct,
                visit,
                sessionTravel,
                notes,
                loggedTravel,
                logged,
                recorded.occurredAt(),
                recorded.recordedAt())));
        changes.add(WEEKS.add(new WorkerWeek(
                worker,
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                day.withDayOfMonth(1),
                (long) direct,
                (long) visit,
                (long) sessionTravel,
                (long) notes,
                (long) loggedTravel,
                (long) logged)));
        if (sessionTravel + loggedTravel > 0) {
            changes.add(TRAVEL.add(new TravelDay(worker, day, (long) sessionTravel, (long) loggedTravel)));
        }
        return changes;
    }
}
