package refocus.staff.needs;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.needs.NeedEntry.Status;
import refocus.staff.supportneed.SupportNeedEvent;
import refocus.staff.supportneed.SupportNeedEvent.SupportConfirmedUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportDelivered;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedAcknowledged;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedDeclined;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.supportneed.SupportNeedEvent.SupportNotUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportSourced;

/// Keeps a row for each support need.
@Singleton
public class NeedsProjection implements Projection<SupportNeedEvent> {

    public static final Table<NeedEntry> NEEDS = Table.of("needs", NeedEntry.class, "need");

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<SupportNeedEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(SupportNeedEvent.class), Set.of("support-need"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(NEEDS);
    }

    @Override
    public List<Change> apply(Recorded<SupportNeedEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case SupportNeedRaised raised -> List.of(NEEDS.insert(NeedEntry.of(id, recorded.occurredAt(), raised)));
            case SupportNeedAcknowledged _ -> now(id, Status.ACKNOWLEDGED);
            case SupportSourced sourced -> List.of(NEEDS.update(entry -> entry.after(sourced), id));
            case SupportDelivered _ -> now(id, Status.DELIVERED);
            case SupportConfirmedUseful _ -> now(id, Status.USEFUL);
            case SupportNotUseful _ -> now(id, Status.NOT_USEFUL);
            case SupportNeedDeclined declined -> List.of(NEEDS.update(entry -> entry.after(declined), id));
        };
    }

    private static List<Change> now(UUID need, Status status) {
        return List.of(NEEDS.update(entry -> entry.now(status), need));
    }
}
