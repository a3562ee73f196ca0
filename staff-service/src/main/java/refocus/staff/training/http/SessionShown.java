package refocus.staff.training.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.staff.training.Place;
import refocus.staff.training.Place.Standing;
import refocus.staff.training.Places;
import refocus.staff.training.SessionEvent.SessionScheduled;
import refocus.staff.training.TrainingSession;

/// A training session as its reader sees it.
///
/// @param mine the reader's own standing
/// @param bookings everyone's, for those who keep the list
record SessionShown(
        UUID id,
        String title,
        String topic,
        String language,
        Instant startsAt,
        Optional<Integer> minutes,
        Optional<UUID> trainer,
        int places,
        long taken,
        long waiting,
        boolean cancelled,
        Optional<Standing> mine,
        List<Booking> bookings) {

    record Booking(UUID worker, Standing standing) {}

    static SessionShown of(
            UUID id, TrainingSession state, Optional<UUID> reader, boolean keepsTheList, Locale language) {
        return switch (state) {
            case TrainingSession.NotScheduled _ -> throw new Unknown("training-session");
            case TrainingSession.Cancelled cancelled ->
                of(id, cancelled.terms(), new Places(List.of()), true, Optional.empty(), false, language);
            case TrainingSession.Scheduled(var terms, var places) ->
                of(id, terms, places, false, reader, keepsTheList, language);
        };
    }

    private static SessionShown of(
            UUID id,
            SessionScheduled terms,
            Places places,
            boolean cancelled,
            Optional<UUID> reader,
            boolean keepsTheList,
            Locale language) {
        return new SessionShown(
                id,
                terms.title().in(language),
                terms.topic(),
                terms.language(),
                terms.startsAt(),
                terms.minutes(),
                terms.trainer(),
                terms.places(),
                places.taken(),
                places.waiting(),
                cancelled,
                reader.flatMap(places::of).map(Place::standing),
                keepsTheList
                        ? places.all().stream()
                                .map(place -> new Booking(place.worker(), place.standing()))
                                .toList()
                        : List.of());
    }
}
