package refocus.cases.retention;

import java.time.Instant;

/// An erasure that was ordered, and the moment nobody can have the key in hand any more.
record ErasureDue(String streamId, Instant dueAt) {}
