package refocus.reporting.withheld;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.CountedEvent;

/// Says which events are about children whose records are restricted.
@Singleton
public class Withheld {

    private record Found(String place) {}

    private static final String AMONG = """
            select distinct p.place from views.withheld_place p
            join views.withheld_child c on c.child = p.child
            where p.place = any($1)""";

    private final Views views;

    Withheld(Views views) {
        this.views = views;
    }

    /// Those of the events that may be shown.
    public Uni<List<CountedEvent>> outOf(List<CountedEvent> events) {
        String[] places = events.stream()
                .flatMap(event -> Stream.of(event.stream(), event.event().toString()))
                .distinct()
                .toArray(String[]::new);
        return views.query(AMONG, Found.class, (Object) places)
                .map(found -> found.stream().map(Found::place).collect(Collectors.toSet()))
                .map(withheld ->
                        events.stream().filter(event -> !isOf(withheld, event)).toList());
    }

    private static boolean isOf(Set<String> withheld, CountedEvent event) {
        return withheld.contains(event.stream())
                || withheld.contains(event.event().toString());
    }
}
