package refocus.reporting.recruiting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// Something was scored, moderated, or an assessor recused.
///
/// @param assessor absent where the panel agreed
/// @param criterion absent where an assessor was recused, as is the score
record ScoreFact(
        UUID eventId,
        UUID application,
        String type,
        Long version,
        Optional<UUID> assessor,
        Optional<String> criterion,
        Optional<Integer> score,
        Instant recordedAt) {

    static final Table<ScoreFact> SCORES = Table.of("score_fact", ScoreFact.class, "eventId");
}
