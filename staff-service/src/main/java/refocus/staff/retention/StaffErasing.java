package refocus.staff.retention;

import java.time.Instant;

/// An erasure that was ordered, and the moment nobody can have the key in hand any more.
record StaffErasing(String streamId, Instant dueAt) {}
