package refocus.staff.supportneed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a support need.
public sealed interface SupportNeedCommand {

    record Raise(UUID worker, String theme, String urgency, Optional<String> text, LocalDate on)
            implements SupportNeedCommand {}

    record Acknowledge(LocalDate on) implements SupportNeedCommand {}

    /// Says with what the need is to be met.
    ///
    /// @param reference the resource, session or person, where it is one of ours
    record Source(String with, Optional<UUID> reference, Optional<String> note, LocalDate on)
            implements SupportNeedCommand {}

    record Deliver(LocalDate on) implements SupportNeedCommand {}

    /// Says whether it helped.
    record Judge(UUID by, boolean useful, Optional<String> why, LocalDate on) implements SupportNeedCommand {}

    /// Says no, and why, to the worker.
    record Decline(String reason, Optional<String> explanation, LocalDate on) implements SupportNeedCommand {}
}
