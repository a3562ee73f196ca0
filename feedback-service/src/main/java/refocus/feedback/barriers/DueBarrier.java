package refocus.feedback.barriers;

import java.time.Instant;

/// A barrier with a day to keep, and the moment that day is over.
record DueBarrier(String streamId, Instant dueAt) {}
