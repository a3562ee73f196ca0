package refocus.staff.retention;

import static refocus.staff.retention.StaffTracesProjection.ENTRIES;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.erasure.Traces;
import refocus.eventsourcing.projection.Views;

/// Where a worker has left traces.
@Singleton
public class StaffTraces {

    private final Views views;
    private final StaffTracesProjection kept;

    StaffTraces(Views views, StaffTracesProjection kept) {
        this.views = views;
        this.kept = kept;
    }

    /// Before an erasure, which cannot be taken back: until all that is recorded up to now is known here.
    public Uni<Void> complete() {
        return views.caughtUp(kept.name());
    }

    /// The worker's own streams, and those with texts about them.
    public Uni<Traces> of(UUID worker) {
        var own = Stream.of(new StreamId("worker", worker), new StreamId("record-keeping", worker));
        return views.list(ENTRIES, "where t.worker = $1 order by t.stream", worker)
                .map(rows -> Stream.concat(own, rows.stream().map(row -> StreamId.fromString(row.stream())))
                        .toList())
                .map(streams -> new Traces(streams, List.of()));
    }
}
