package refocus.staff.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.resource.ResourceEvent;
import refocus.staff.resource.ResourceEvent.ResourcePublished;
import refocus.staff.resource.ResourceEvent.ResourceRated;
import refocus.staff.resource.ResourceEvent.ResourceRetired;
import refocus.staff.resource.ResourceEvent.ResourceReviewed;
import refocus.staff.resource.ResourceEvent.ResourceRevised;
import refocus.staff.resource.ResourceEvent.ResourceUsed;

/// Keeps a row for each resource; PostgreSQL keeps its words ready to be searched.
@Singleton
public class LibraryProjection implements Projection<ResourceEvent> {

    static final Table<LibraryEntry> LIBRARY = Table.of("library", LibraryEntry.class, "resource");

    @Override
    public String name() {
        return "library";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<ResourceEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(ResourceEvent.class), Set.of("resource"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(LIBRARY);
    }

    @Override
    public List<Change> apply(Recorded<ResourceEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case ResourcePublished published ->
                List.of(LIBRARY.insert(LibraryEntry.of(id, recorded.occurredAt(), published)));
            case ResourceRevised(var content) -> List.of(LIBRARY.update(entry -> entry.saying(content), id));
            case ResourceReviewed reviewed ->
                List.of(LIBRARY.update(entry -> entry.reviewedUntil(reviewed.nextBy()), id));
            case ResourceUsed _ -> List.of(LIBRARY.update(LibraryEntry::usedOnceMore, id));
            case ResourceRated rated -> List.of(LIBRARY.update(entry -> entry.after(rated), id));
            case ResourceRetired _ -> List.of(LIBRARY.update(LibraryEntry::withdrawn, id));
        };
    }
}
