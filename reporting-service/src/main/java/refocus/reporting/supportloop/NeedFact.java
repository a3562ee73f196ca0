package refocus.reporting.supportloop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// Something became of a support need on that day. Who raised it is nobody's business here.
record NeedFact(
        UUID eventId,
        UUID need,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<NeedFact> FACTS = Table.of("need_fact", NeedFact.class, "eventId");
}
