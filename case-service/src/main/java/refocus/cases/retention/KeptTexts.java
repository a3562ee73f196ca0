package refocus.cases.retention;

import static refocus.cases.retention.RetentionProjection.KEPT;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.personal.Copies;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.NotYet;
import refocus.eventsourcing.projection.Views;

/// Finds what was said of several children, when the one under whose key it stood is erased.
@Singleton
class KeptTexts implements Copies {

    private final Views views;

    KeptTexts(Views views) {
        this.views = views;
    }

    @Override
    public Uni<Map<Place, Sealed.Cipher>> of(Set<UUID> erased) {
        return views.list(KEPT, "where t.erased = any($1)", (Object) erased.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Place(row.event(), row.field()),
                                row -> Sealed.fromString(row.text().toString()))))
                // Before the view is there, nothing was kept.
                .onFailure(NotYet.class)
                .recoverWithItem(Map.of());
    }
}
