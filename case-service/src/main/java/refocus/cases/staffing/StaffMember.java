package refocus.cases.staffing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A worker of whom we have heard.
///
/// @param lastDay where they leave or have left
/// @param lapsedOn the first day without a registration, where it has lapsed
public record StaffMember(UUID worker, LocalDate startsOn, Optional<LocalDate> lastDay, Optional<LocalDate> lapsedOn) {

    StaffMember registered() {
        return new StaffMember(worker, startsOn, lastDay, Optional.empty());
    }

    StaffMember lapsed(LocalDate lastGood) {
        return new StaffMember(worker, startsOn, lastDay, Optional.of(lastGood.plusDays(1)));
    }

    StaffMember leaving(LocalDate on) {
        return new StaffMember(worker, startsOn, Optional.of(on), lapsedOn);
    }
}
