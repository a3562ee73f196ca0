package refocus.reporting.catalogue.http;

import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.http.Page;
import refocus.reporting.figures.CountedEvent;

/// A page of the events behind a figure.
///
/// @param next the cursor to ask for as `after`; absent on the last page
/// @param withheld how many more stand on this page that are not shown: of children whose records are restricted
public record Behind(List<CountedEvent> items, Optional<String> next, int withheld) {

    static Behind of(Page<CountedEvent> page, List<CountedEvent> shown) {
        return new Behind(shown, page.next(), page.items().size() - shown.size());
    }
}
