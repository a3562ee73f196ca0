package refocus.recruitment.retention;

import java.time.Instant;

/// A candidate whose erasure is due: to be ordered, or to be done.
record CandidateDue(String streamId, Instant dueAt) {}
