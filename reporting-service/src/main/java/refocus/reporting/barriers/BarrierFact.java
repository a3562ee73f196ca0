package refocus.reporting.barriers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Table;

/// One event in the life of a barrier, and what is so from its day on; what is absent stays as it was.
///
/// @param open whether it stands
/// @param paused whether it waits
/// @param department whose it is to take away
/// @param level how far up the ladder it is
/// @param hours what one more worker loses to it in a week
record BarrierFact(
        UUID eventId,
        UUID barrier,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Optional<Boolean> open,
        Optional<Boolean> paused,
        Optional<String> department,
        Optional<Integer> level,
        Optional<Integer> hours,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<BarrierFact> FACTS = Table.of("barrier_fact", BarrierFact.class, "eventId");

    private static BarrierFact of(
            Recorded<BarrierMessage> recorded,
            LocalDate day,
            Optional<Boolean> open,
            Optional<Boolean> paused,
            Optional<String> department,
            Optional<Integer> level,
            Optional<Integer> hours) {
        return new BarrierFact(
                recorded.id(),
                recorded.stream().id(),
                BarrierMessage.TYPES.of(recorded.event()).name(),
                recorded.stream().toString(),
                recorded.version(),
                day,
                open,
                paused,
                department,
                level,
                hours,
                recorded.occurredAt(),
                recorded.recordedAt());
    }

    static BarrierFact raised(
            Recorded<BarrierMessage> recorded, LocalDate day, String department, Optional<Integer> hours) {
        return of(recorded, day, Optional.of(true), Optional.of(false), Optional.of(department), Optional.of(0), hours);
    }

    static BarrierFact turned(Recorded<BarrierMessage> recorded, LocalDate day, boolean open) {
        return of(
                recorded,
                day,
                Optional.of(open),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static BarrierFact paused(Recorded<BarrierMessage> recorded, LocalDate day, boolean paused) {
        return of(
                recorded,
                day,
                Optional.empty(),
                Optional.of(paused),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static BarrierFact moved(
            Recorded<BarrierMessage> recorded, LocalDate day, Optional<String> department, Optional<Integer> level) {
        return of(recorded, day, Optional.empty(), Optional.empty(), department, level, Optional.empty());
    }

    static BarrierFact supported(Recorded<BarrierMessage> recorded, LocalDate day, Optional<Integer> hours) {
        return of(recorded, day, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), hours);
    }
}
