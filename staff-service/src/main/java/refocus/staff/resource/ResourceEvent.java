package refocus.staff.resource;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one resource.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ResourceEvent {

    @EventName("resource-published")
    record ResourcePublished(Content content, UUID owner, Optional<LocalDate> reviewBy) implements ResourceEvent {}

    @EventName("resource-revised")
    record ResourceRevised(Content content) implements ResourceEvent {}

    @EventName("resource-reviewed")
    record ResourceReviewed(LocalDate reviewedOn, LocalDate nextBy) implements ResourceEvent {}

    @EventName("resource-used")
    record ResourceUsed(UUID worker, LocalDate usedOn) implements ResourceEvent {}

    /// How useful a worker found it.
    ///
    /// @param before what the same worker had given, where they had
    @EventName("resource-rated")
    record ResourceRated(UUID worker, int stars, Optional<Integer> before, Optional<Sealed> comment)
            implements ResourceEvent {}

    @EventName("resource-retired")
    record ResourceRetired(String reason, LocalDate retiredOn) implements ResourceEvent {}
}
