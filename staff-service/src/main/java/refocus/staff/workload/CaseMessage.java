package refocus.staff.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What case-service says happened, as far as workload needs it. Everything else passes by.
public sealed interface CaseMessage {

    /// The topic, from its beginning.
    static Feed<CaseMessage> feed() {
        return new Feed.Topic<>(
                EventTypes.of(CaseMessage.class), "refocus.case.events", "refocus.case", Set.of("case"), true);
    }

    /// A worker holds a case from that day on.
    ///
    /// @param points what it weighs, where that is counted
    @EventName("worker-allocated")
    record WorkerAllocated(UUID allocation, UUID worker, String role, LocalDate from, Optional<BigDecimal> points)
            implements CaseMessage {}

    /// From that day on they no longer hold it.
    @EventName("allocation-ended")
    record AllocationEnded(UUID allocation, LocalDate to) implements CaseMessage {}
}
