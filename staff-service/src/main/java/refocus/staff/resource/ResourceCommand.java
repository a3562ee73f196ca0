package refocus.staff.resource;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a resource.
public sealed interface ResourceCommand {

    record Publish(Content content, UUID owner, Optional<LocalDate> reviewBy) implements ResourceCommand {}

    record Revise(Content content) implements ResourceCommand {}

    /// Says that it was looked at and is still right, until the next time.
    record Review(LocalDate reviewedOn, LocalDate nextBy) implements ResourceCommand {}

    /// Says that a worker used it; each time counts.
    record Use(UUID worker, LocalDate on) implements ResourceCommand {}

    /// Says how useful it was.
    ///
    /// @param stars 1 to 5
    record Rate(UUID worker, int stars, Optional<String> comment) implements ResourceCommand {}

    record Retire(String reason, LocalDate on) implements ResourceCommand {}
}
