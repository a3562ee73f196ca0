package refocus.staff.training;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.staff.training.Place.Standing;
import refocus.staff.training.SessionCommand.Book;
import refocus.staff.training.SessionCommand.Cancel;
import refocus.staff.training.SessionCommand.CancelBooking;
import refocus.staff.training.SessionCommand.Evaluate;
import refocus.staff.training.SessionCommand.RecordAttendance;
import refocus.staff.training.SessionCommand.Schedule;
import refocus.staff.training.SessionEvent.AttendanceRecorded;
import refocus.staff.training.SessionEvent.BookingCancelled;
import refocus.staff.training.SessionEvent.PlaceBooked;
import refocus.staff.training.SessionEvent.PlaceOffered;
import refocus.staff.training.SessionEvent.SessionCancelled;
import refocus.staff.training.SessionEvent.SessionEvaluated;
import refocus.staff.training.SessionEvent.SessionScheduled;
import refocus.staff.training.SessionEvent.WaitlistJoined;

/// A training session, and every rule about who gets a place in it.
public sealed interface TrainingSession {

    record NotScheduled() implements TrainingSession {}

    record Scheduled(SessionScheduled terms, Places places) implements TrainingSession {

        Scheduled with(Places changed) {
            return new Scheduled(terms, changed);
        }

        boolean hasBegunBy(Instant moment) {
            return !moment.isBefore(terms.startsAt());
        }
    }

    record Cancelled(SessionScheduled terms, String reason) implements TrainingSession {}

    StreamType<SessionCommand, SessionEvent, TrainingSession> TYPE = StreamType.of(
            "training-session",
            new Decider<>(new NotScheduled(), TrainingSession::decide, TrainingSession::evolve),
            SessionEvent.class,
            TrainingSession.class);

    static List<SessionEvent> decide(TrainingSession state, SessionCommand command) {
        return switch (command) {
            case Schedule scheduling -> schedule(state, scheduling);
            case Book booking -> book(scheduled(state), booking);
            case CancelBooking cancelling -> cancelBooking(state, cancelling);
            case Cancel cancelling -> cancel(state, cancelling);
            case RecordAttendance attending -> attend(scheduled(state), attending);
            case Evaluate evaluating -> evaluate(scheduled(state), evaluating);
        };
    }

    static TrainingSession evolve(TrainingSession state, SessionEvent event) {
        return switch (event) {
            case SessionScheduled scheduled -> new Scheduled(scheduled, Places.NONE);
            case PlaceBooked(var worker) -> standing(state, event, worker, Standing.BOOKED);
            case WaitlistJoined(var worker) -> standing(state, event, worker, Standing.WAITING);
            case PlaceOffered(var worker) -> standing(state, event, worker, Standing.OFFERED);
            case BookingCancelled(var worker) -> {
                Scheduled session = mustBeScheduled(state, event);
                yield session.with(session.places().without(worker));
            }
            case SessionCancelled(var reason) ->
                new Cancelled(mustBeScheduled(state, event).terms(), reason);
            case AttendanceRecorded recorded ->
                standing(state, event, recorded.worker(), recorded.attended() ? Standing.ATTENDED : Standing.MISSED);
            case SessionEvaluated evaluated -> {
                Scheduled session = mustBeScheduled(state, event);
                yield session.with(session.places().scored(evaluated.worker(), evaluated.score()));
            }
        };
    }

    private static List<SessionEvent> schedule(TrainingSession state, Schedule asked) {
        // The id derives from the command, so a second one is the same again.
        return state instanceof NotScheduled
                ? List.of(new SessionScheduled(
                        asked.title(),
                        asked.topic(),
                        asked.language(),
                        asked.places(),
                        asked.startsAt(),
                        asked.minutes(),
                        asked.trainer()))
                : List.of();
    }

    private static List<SessionEvent> book(Scheduled session, Book asked) {
        Optional<Place> place = session.places().of(asked.worker());
        if (place.isPresent() && !place.get().is(Standing.OFFERED)) {
            return List.of();
        }
        if (session.hasBegunBy(asked.at())) {
            throw new Refused("session-begun");
        }
        boolean free = session.places().taken() < session.terms().places();
        return place.isPresent() || free
                ? List.of(new PlaceBooked(asked.worker()))
                : List.of(new WaitlistJoined(asked.worker()));
    }

    private static List<SessionEvent> cancelBooking(TrainingSession state, CancelBooking asked) {
        return switch (state) {
            case NotScheduled _ -> throw new Unknown("training-session");
            case Cancelled _ -> List.of();
            case Scheduled session ->
                session.places()
                        .of(asked.worker())
                        .map(place -> cancelled(session, place, asked.at()))
                        .orElse(List.of());
        };
    }

    /// A place that comes free in time goes to the head of the waiting list.
    private static List<SessionEvent> cancelled(Scheduled session, Place place, Instant at) {
        if (place.settled()) {
            throw new Refused("session-begun");
        }
        Stream<SessionEvent> offered = place.taken() && !session.hasBegunBy(at)
                ? session.places().nextInLine().stream().map(next -> new PlaceOffered(next.worker()))
                : Stream.empty();
        return Stream.concat(Stream.of(new BookingCancelled(place.worker())), offered)
                .toList();
    }

    private static List<SessionEvent> cancel(TrainingSession state, Cancel asked) {
        return switch (state) {
            case NotScheduled _ -> throw new Unknown("training-session");
            case Cancelled _ -> List.of();
            case Scheduled session when session.hasBegunBy(asked.at()) -> throw new Refused("session-begun");
            case Scheduled _ -> List.of(new SessionCancelled(asked.reason()));
        };
    }

    private static List<SessionEvent> attend(Scheduled session, RecordAttendance asked) {
        if (!session.hasBegunBy(asked.at())) {
            throw new Refused("session-not-begun");
        }
        Optional<Place> place = session.places().of(asked.worker());
        Standing standing = asked.attended() ? Standing.ATTENDED : Standing.MISSED;
        if (place.filter(known -> known.is(standing)).isPresent()) {
            return List.of();
        }
        // Who came came, whether they had a place or not.
        Optional<String> outsideRule =
                place.filter(Place::taken).isPresent() ? Optional.empty() : Optional.of("no-place-booked");
        return List.of(new AttendanceRecorded(asked.worker(), asked.attended(), outsideRule));
    }

    private static List<SessionEvent> evaluate(Scheduled session, Evaluate asked) {
        Place place = session.places()
                .of(asked.worker())
                .filter(known -> known.is(Standing.ATTENDED))
                .orElseThrow(() -> new Refused("not-attended"));
        if (place.score().equals(Optional.of(asked.score()))) {
            return List.of();
        }
        if (place.score().isPresent()) {
            throw new Refused("already-evaluated");
        }
        return List.of(new SessionEvaluated(asked.worker(), asked.score(), about(asked.worker(), asked.comment())));
    }

    private static Scheduled scheduled(TrainingSession state) {
        return switch (state) {
            case NotScheduled _ -> throw new Unknown("training-session");
            case Scheduled session -> session;
            case Cancelled _ -> throw new Refused("session-cancelled");
        };
    }

    private static Scheduled standing(TrainingSession state, SessionEvent event, UUID worker, Standing standing) {
        Scheduled session = mustBeScheduled(state, event);
        return session.with(session.places().standing(worker, standing));
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static Scheduled mustBeScheduled(TrainingSession state, SessionEvent event) {
        if (state instanceof Scheduled session) {
            return session;
        }
        throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
