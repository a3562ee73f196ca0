package refocus.cases.bases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What lets a worker in to a restricted record: a grant, or the glass they broke.
///
/// @param pass the id of one or the other
record Pass(UUID pass, UUID child, UUID worker, Boolean glass, Optional<Instant> endsAt) {}
