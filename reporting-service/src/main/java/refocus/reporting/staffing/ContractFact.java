package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// From this day on a worker is contracted for this part of a full week; nothing, from the day after leaving.
record ContractFact(UUID eventId, UUID worker, Long version, LocalDate validFrom, BigDecimal fte, Instant recordedAt) {

    static final Table<ContractFact> CONTRACTS = Table.of("contract_fact", ContractFact.class, "eventId");
}
