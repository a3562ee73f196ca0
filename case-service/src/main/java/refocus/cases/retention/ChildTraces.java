package refocus.cases.retention;

import static refocus.cases.retention.RetentionProjection.ENTRIES;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.erasure.Traces;
import refocus.eventsourcing.projection.Views;

/// Where a child has left traces.
@Singleton
public class ChildTraces {

    /// Made from names, dates and numbers; nothing can be read in it, and yet it finds.
    private static final Traces.Search INDEX = new Traces.Search("child_index", "child");

    private final Views views;
    private final Streams streams;

    ChildTraces(Views views, Streams streams) {
        this.views = views;
        this.streams = streams;
    }

    /// Everything that texts about the child may be in.
    public Uni<Traces> of(UUID child) {
        return streams(child).map(found -> new Traces(found, List.of(INDEX)));
    }

    /// The streams with entries about the child: those the view knows, and those that have the child's own id.
    public Uni<List<StreamId>> streams(UUID child) {
        Stream<StreamId> own =
                streams.types().stream().map(StreamType::category).map(category -> new StreamId(category, child));
        return views.list(ENTRIES, "where t.child = $1", child)
                .map(rows -> Stream.concat(own, rows.stream().map(row -> StreamId.fromString(row.stream())))
                        .distinct()
                        .sorted()
                        .toList());
    }
}
