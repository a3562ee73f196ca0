package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// From this day on a worker is contracted for this part of a full week; nothing, from the day after leaving.
///
/// @param agency on joining: whether somebody else employs them
/// @param placement on joining: whether it is a student, who holds no post
/// @param application on joining: what they were hired upon
record ContractFact(
        UUID eventId,
        UUID worker,
        String type,
        String stream,
        Long version,
        LocalDate validFrom,
        BigDecimal fte,
        Optional<Boolean> agency,
        Optional<Boolean> placement,
        Optional<UUID> application,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<ContractFact> CONTRACTS = Table.of("contract_fact", ContractFact.class, "eventId");
}
