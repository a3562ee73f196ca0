package refocus.cases.deadlines;

import java.time.Instant;

/// A deadline that runs, and the moment it will be over.
record DueDeadline(String streamId, Instant dueAt) {}
