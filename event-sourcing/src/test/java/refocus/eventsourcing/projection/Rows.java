package refocus.eventsourcing.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.StreamId;

/// A projection's rows in memory: what its events come to, without a database.
public final class Rows<E> {

    private final Projection<E> projection;
    private final Map<Table<?>, Map<List<Object>, Record>> tables = new LinkedHashMap<>();
    private final List<Object> added = new ArrayList<>();
    private long version;

    public Rows(Projection<E> projection) {
        this.projection = projection;
        projection.tables().forEach(table -> tables.put(table, new LinkedHashMap<>()));
    }

    /// Applies an event of a stream, a minute after the one before.
    public Rows<E> after(StreamId stream, E event) {
        version++;
        Instant at = Instant.parse("2026-11-02T09:00:00Z").plusSeconds(60 * version);
        var metadata = new Metadata("tester", new UUID(0, 1), Optional.empty(), Optional.empty());
        var recorded = new Recorded<>(stream, version, new UUID(1, version), event, 1, metadata, at, at);
        projection.apply(recorded).forEach(this::apply);
        return this;
    }

    @SuppressWarnings("unchecked") // a table holds rows of its own record
    public <R extends Record> List<R> of(Table<R> table) {
        return (List<R>) List.copyOf(tables.get(table).values());
    }

    /// What was added to running totals.
    public List<Object> added() {
        return added;
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Put<?> put -> tables.get(put.table()).put(key(put.table(), put.row()), put.row());
            case Change.Fold<?> fold -> fold(fold);
            case Change.Add<?> add -> added.add(add.row());
        }
    }

    @SuppressWarnings("unchecked") // a table holds rows of its own record
    private <R extends Record> void fold(Change.Fold<R> fold) {
        Map<List<Object>, Record> rows = tables.get(fold.table());
        fold.step()
                .apply(Optional.ofNullable((R) rows.get(fold.key())))
                .ifPresentOrElse(row -> rows.put(fold.key(), row), () -> rows.remove(fold.key()));
    }

    private static List<Object> key(Table<?> table, Record row) {
        return table.key().stream()
                .map(name -> Arrays.stream(row.getClass().getRecordComponents())
                        .filter(component -> component.getName().equals(name))
                        .findFirst()
                        .orElseThrow())
                .<Object>map(component -> {
                    try {
                        component.getAccessor().setAccessible(true);
                        return component.getAccessor().invoke(row);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
