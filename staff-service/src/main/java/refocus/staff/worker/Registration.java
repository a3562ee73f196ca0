package refocus.staff.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import refocus.eventsourcing.personal.Sealed;

/// A registration with Social Care Wales.
///
/// @param renewalOn the last day it is good for
public record Registration(Optional<Sealed> number, LocalDate renewalOn, boolean lapsed) {

    /// The renewal day counts: it lapses when that day ends in Wales.
    public static Instant lapsesAt(LocalDate renewalOn) {
        return renewalOn.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }

    Registration afterLapse() {
        return new Registration(number, renewalOn, true);
    }
}
