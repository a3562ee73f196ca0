package refocus.eventsourcing.log;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Metadata;

/// A command's envelope: under which id it is asked, by whom, and when it happened.
///
/// @param command the id it takes effect under at most once, for ever
/// @param fingerprint a keyed hash of what was asked, where the caller chose the id
/// @param seen the version the caller had seen, where it named one
public record Asking(
        UUID command, Optional<String> fingerprint, Optional<Long> seen, Instant occurredAt, Metadata metadata) {

    /// For a command that names the version it was decided on.
    public Asking seeing(long version) {
        return new Asking(command, fingerprint, Optional.of(version), occurredAt, metadata);
    }
}
