package refocus.reporting.childrenseen;

import java.time.Instant;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A child who is still expected, and cannot be seen.
record UnbornFact(UUID child, Instant recordedAt) {

    static final Table<UnbornFact> UNBORN = Table.of("unborn_fact", UnbornFact.class, "child");
}
