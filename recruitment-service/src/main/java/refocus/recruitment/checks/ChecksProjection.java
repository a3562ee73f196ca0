package refocus.recruitment.checks;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.ApplicationEvent.ApplicationWithdrawn;
import refocus.recruitment.application.CheckEvent;
import refocus.recruitment.application.CheckEvent.CheckExpired;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.CheckEvent.CheckRequested;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.CheckEvent.ReferenceReceived;
import refocus.recruitment.application.CheckEvent.ReferenceRefused;
import refocus.recruitment.application.CheckEvent.ReferenceReplaced;
import refocus.recruitment.application.CheckEvent.ReferenceRequested;
import refocus.recruitment.application.OfferEvent;
import refocus.recruitment.application.ScoreEvent;
import refocus.recruitment.application.SelectionEvent;

/// Keeps a row for each check of each application, and whose application it is.
@Singleton
public class ChecksProjection implements Projection<ApplicationEvent> {

    public static final Table<CheckEntry> CHECKS = Table.of("checks", CheckEntry.class, "application", "kind");

    public static final Table<CheckedApplication> CANDIDATES =
            Table.of("checks_candidates", CheckedApplication.class, "application");

    /// Nothing is written to it: it is derived from the checks, the first to lapse of each application.
    static final Table<LapsingChecks> LAPSING = Table.of("checks_lapsing", LapsingChecks.class, "streamId");

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Feed<ApplicationEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(ApplicationEvent.class), Set.of("application"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CHECKS, CANDIDATES, LAPSING);
    }

    @Override
    public List<Change> apply(Recorded<ApplicationEvent> recorded) {
        return switch (recorded.event()) {
            case CheckEvent event -> ofCheck(recorded.stream().id(), event);
            case ApplicationStarted started ->
                List.of(CANDIDATES.insert(
                        new CheckedApplication(recorded.stream().id(), started.candidate())));
            case ApplicationSubmitted _, ApplicationWithdrawn _, ScoreEvent _, SelectionEvent _, OfferEvent _ ->
                Change.unchanged();
        };
    }

    private static List<Change> ofCheck(UUID application, CheckEvent event) {
        return switch (event) {
            case CheckRequested requested ->
                List.of(CHECKS.insert(CheckEntry.requested(application, requested.kind())));
            case CheckVerified verified -> List.of(CHECKS.insert(CheckEntry.verified(application, verified)));
            case CheckFailed failed -> List.of(CHECKS.insert(CheckEntry.failed(application, failed.kind())));
            case CheckExpired expired -> List.of(CHECKS.update(CheckEntry::expired, application, expired.kind()));
            // References stand with their application: none of them lapses.
            case ReferenceRequested _, ReferenceReceived _, ReferenceRefused _, ReferenceReplaced _ ->
                Change.unchanged();
        };
    }
}
