package refocus.staff.hiring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.staff.worker.WorkerEvent.Check;

/// What recruitment-service says happened, as far as we need it. Everything else passes by.
public sealed interface HireMessage {

    /// Someone is hired. Who it is stays with recruitment; an HR officer tells the name here.
    ///
    /// @param checks those verified, with the last day they count
    @EventName("hire-confirmed")
    record HireConfirmed(
            String role,
            BigDecimal fte,
            Optional<UUID> team,
            Optional<UUID> base,
            LocalDate startsOn,
            List<Check> checks)
            implements HireMessage {}
}
