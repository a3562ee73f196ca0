package refocus.reporting.catalogue;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.projection.Projection;
import refocus.reporting.figures.Report;

/// Lets a reader who brings a `Consistency-Token` see its own change in a report.
@Singleton
public class OwnWrites {

    private final Freshness freshness;
    private final List<Projection<?>> projections;

    OwnWrites(Freshness freshness, @All List<Projection<?>> projections) {
        this.freshness = freshness;
        this.projections = projections;
    }

    /// Waits for each projection that the report reads and the change goes to.
    public Uni<Void> in(Report report, Caller caller) {
        return Multi.createFrom()
                .items(projections.stream().filter(projection -> report.reads(projection.name())))
                .onItem()
                .transformToUniAndConcatenate(projection -> freshness.of(projection, caller))
                .toUni()
                .replaceWithVoid();
    }
}
