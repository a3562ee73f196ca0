package refocus.staff.sessions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.training.Place.Standing;
import refocus.staff.training.SessionEvent;
import refocus.staff.training.SessionEvent.AttendanceRecorded;
import refocus.staff.training.SessionEvent.BookingCancelled;
import refocus.staff.training.SessionEvent.PlaceBooked;
import refocus.staff.training.SessionEvent.PlaceOffered;
import refocus.staff.training.SessionEvent.SessionCancelled;
import refocus.staff.training.SessionEvent.SessionEvaluated;
import refocus.staff.training.SessionEvent.SessionScheduled;
import refocus.staff.training.SessionEvent.WaitlistJoined;

/// Keeps a row for each session and one for each place and each wait in it.
@Singleton
public class SessionsProjection implements Projection<SessionEvent> {

    static final Table<SessionEntry> SESSIONS = Table.of("sessions", SessionEntry.class, "session");
    static final Table<SessionPlace> PLACES = Table.of("sessions_place", SessionPlace.class, "session", "worker");

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<SessionEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(SessionEvent.class), Set.of("training-session"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SESSIONS, PLACES);
    }

    @Override
    public List<Change> apply(Recorded<SessionEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case SessionScheduled scheduled -> List.of(SESSIONS.insert(entry(id, scheduled)));
            case PlaceBooked(var worker) -> place(id, worker, Standing.BOOKED);
            case WaitlistJoined(var worker) -> place(id, worker, Standing.WAITING);
            case PlaceOffered(var worker) -> place(id, worker, Standing.OFFERED);
            case BookingCancelled(var worker) -> List.of(PLACES.delete(id, worker));
            case SessionCancelled _ -> List.of(SESSIONS.update(SessionEntry::calledOff, id));
            case AttendanceRecorded attendance ->
                place(id, attendance.worker(), attendance.attended() ? Standing.ATTENDED : Standing.MISSED);
            // What they thought of it is not for the calendar.
            case SessionEvaluated _ -> Change.unchanged();
        };
    }

    private static SessionEntry entry(UUID id, SessionScheduled scheduled) {
        return new SessionEntry(
                id,
                scheduled.title().en(),
                scheduled.title().cy(),
                scheduled.topic(),
                scheduled.language(),
                scheduled.startsAt(),
                scheduled.minutes(),
                scheduled.places(),
                false);
    }

    private static List<Change> place(UUID session, UUID worker, Standing standing) {
        return List.of(PLACES.insert(new SessionPlace(session, worker, standing)));
    }
}
