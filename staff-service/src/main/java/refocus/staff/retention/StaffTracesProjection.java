package refocus.staff.retention;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.recordkeeping.RecordKeepingEvent;
import refocus.staff.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.staff.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.staff.resource.ResourceEvent;
import refocus.staff.resource.ResourceEvent.ResourcePublished;
import refocus.staff.resource.ResourceEvent.ResourceRated;
import refocus.staff.resource.ResourceEvent.ResourceRetired;
import refocus.staff.resource.ResourceEvent.ResourceReviewed;
import refocus.staff.resource.ResourceEvent.ResourceRevised;
import refocus.staff.resource.ResourceEvent.ResourceUsed;
import refocus.staff.supportneed.SupportNeedEvent;
import refocus.staff.supportneed.SupportNeedEvent.SupportConfirmedUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportDelivered;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedAcknowledged;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedDeclined;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.supportneed.SupportNeedEvent.SupportNotUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportSourced;
import refocus.staff.training.SessionEvent;
import refocus.staff.training.SessionEvent.AttendanceRecorded;
import refocus.staff.training.SessionEvent.BookingCancelled;
import refocus.staff.training.SessionEvent.PlaceBooked;
import refocus.staff.training.SessionEvent.PlaceOffered;
import refocus.staff.training.SessionEvent.SessionCancelled;
import refocus.staff.training.SessionEvent.SessionEvaluated;
import refocus.staff.training.SessionEvent.SessionScheduled;
import refocus.staff.training.SessionEvent.WaitlistJoined;

/// Keeps, for each worker, which streams have texts about them, and which erasures are due.
@Singleton
public class StaffTracesProjection implements Projection<Object> {

    static final Table<StaffEntry> ENTRIES = Table.of("staff_traces", StaffEntry.class, "worker", "stream");
    static final Table<StaffErasing> ERASING = Table.of("staff_erasing", StaffErasing.class, "streamId");

    @Override
    public String name() {
        return "staff_traces";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(
                EventTypes.together(List.of(
                        SupportNeedEvent.class, SessionEvent.class, ResourceEvent.class, RecordKeepingEvent.class)),
                Set.of("support-need", "training-session", "resource", "record-keeping"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ENTRIES, ERASING);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case SupportNeedEvent event -> ofNeed(recorded, event);
            case SessionEvent event -> ofSession(recorded, event);
            case ResourceEvent event -> ofResource(recorded, event);
            case RecordKeepingEvent event -> ofKeeping(recorded.stream().toString(), event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofNeed(Recorded<?> recorded, SupportNeedEvent event) {
        return switch (event) {
            case SupportNeedRaised raised -> entered(recorded, raised.worker());
            // It is about whoever raised it to its end.
            case SupportNeedAcknowledged _,
                    SupportSourced _,
                    SupportDelivered _,
                    SupportConfirmedUseful _,
                    SupportNotUseful _,
                    SupportNeedDeclined _ -> Change.unchanged();
        };
    }

    private static List<Change> ofSession(Recorded<?> recorded, SessionEvent event) {
        return switch (event) {
            case SessionEvaluated evaluated -> entered(recorded, evaluated.worker());
            // Of these nothing is said but who it was, by an id.
            case SessionScheduled _,
                    PlaceBooked _,
                    WaitlistJoined _,
                    PlaceOffered _,
                    BookingCancelled _,
                    SessionCancelled _,
                    AttendanceRecorded _ -> Change.unchanged();
        };
    }

    private static List<Change> ofResource(Recorded<?> recorded, ResourceEvent event) {
        return switch (event) {
            case ResourceRated rated -> entered(recorded, rated.worker());
            case ResourcePublished _, ResourceRevised _, ResourceReviewed _, ResourceUsed _, ResourceRetired _ ->
                Change.unchanged();
        };
    }

    private static List<Change> ofKeeping(String stream, RecordKeepingEvent event) {
        return switch (event) {
            case ErasureOrdered ordered -> List.of(ERASING.insert(new StaffErasing(stream, ordered.destroyedFrom())));
            case PersonalDataErased _ -> List.of(ERASING.delete(stream));
            case LegalHoldPlaced _, LegalHoldLifted _ -> Change.unchanged();
        };
    }

    private static List<Change> entered(Recorded<?> recorded, UUID worker) {
        return List.of(ENTRIES.insert(new StaffEntry(worker, recorded.stream().toString())));
    }
}
