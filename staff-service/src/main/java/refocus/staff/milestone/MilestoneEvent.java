package refocus.staff.milestone;

import java.time.LocalDate;
import refocus.eventsourcing.EventName;
import refocus.staff.Bilingual;

/// What has happened to a milestone.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface MilestoneEvent {

    @EventName("milestone-reached")
    record MilestoneReached(Bilingual name, LocalDate date) implements MilestoneEvent {}
}
