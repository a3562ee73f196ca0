package refocus.staff.retention;

import java.util.UUID;

/// A stream with texts about a worker, beside those that have the worker's id.
record StaffEntry(UUID worker, String stream) {}
