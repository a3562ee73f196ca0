package refocus.cases.alerts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessEvent;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.AccessLifted;
import refocus.cases.access.ChildAccessEvent.AccessRestricted;
import refocus.cases.access.ChildAccessEvent.AccessRevoked;
import refocus.cases.access.ChildAccessEvent.ConnectedAccessAttempted;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.cases.access.ChildAccessEvent.PossibleDuplicateRaised;
import refocus.cases.alerts.AlertEntry.Kind;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each thing to be seen by a manager. What was said of it stays sealed.
@Singleton
public class AlertsProjection implements Projection<ChildAccessEvent> {

    public static final Table<AlertEntry> ALERTS = Table.of("access_alerts", AlertEntry.class, "alert");

    @Override
    public String name() {
        return "access_alerts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<ChildAccessEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(ChildAccessEvent.class), Set.of(ChildAccess.TYPE.category()));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ALERTS);
    }

    @Override
    public List<Change> apply(Recorded<ChildAccessEvent> recorded) {
        UUID child = recorded.stream().id();
        return switch (recorded.event()) {
            case GlassBroken broken ->
                List.of(ALERTS.insert(new AlertEntry(
                        broken.glass(),
                        child,
                        Kind.GLASS_BROKEN,
                        broken.brokenAt(),
                        Optional.of(broken.worker()),
                        Optional.empty(),
                        Optional.of(broken.reason()),
                        broken.words(),
                        Optional.empty())));
            case GlassBreakReviewed review ->
                List.of(ALERTS.update(alert -> alert.reviewed(review.outcome()), review.glass()));
            case ConnectedAccessAttempted attempt ->
                List.of(ALERTS.insert(new AlertEntry(
                        recorded.id(),
                        child,
                        Kind.CONNECTED_ATTEMPT,
                        attempt.attemptedAt(),
                        Optional.of(attempt.worker()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
            case PossibleDuplicateRaised raised ->
                List.of(ALERTS.insert(new AlertEntry(
                        recorded.id(),
                        child,
                        Kind.POSSIBLE_DUPLICATE,
                        recorded.occurredAt(),
                        Optional.empty(),
                        Optional.of(raised.other()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
            // What those who keep restrictions did themselves alerts nobody.
            case AccessRestricted _, AccessLifted _, AccessGranted _, AccessRevoked _, ConnectionDeclared _ ->
                Change.unchanged();
        };
    }
}
