package refocus.staff.registrations;

import java.time.Instant;

/// A registration that is current, and the moment it will not be.
record RunningRegistration(String streamId, Instant dueAt) {}
