package refocus.proving.faults;

import java.time.Instant;

/// A command that the system said it had done.
///
/// @param stream and version: where it says that the effect is
/// @param mark when it happened in the world, a microsecond of its own: by it the event is known in the log
/// @param asked how often it had to be asked
record Acknowledged(String key, String stream, long version, Instant mark, int asked) {}
