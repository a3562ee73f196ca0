package refocus.eventsourcing.projection;

import java.util.ArrayList;
import java.util.List;
import refocus.eventsourcing.projection.Source.Placed;

/// The newest events of one slot of a feed, without a gap.
final class Stretch {

    private final List<Placed> events = new ArrayList<>();
    private Mark from;
    private Mark end;

    /// Nothing yet, from this place on.
    Stretch(Mark from) {
        this.from = from;
        this.end = from;
    }

    int size() {
        return events.size();
    }

    /// Whether what follows a place is known here, be it that nothing does.
    boolean holds(Mark place) {
        return !place.before(from) && !end.before(place);
    }

    boolean hasMoreThan(Mark place) {
        return place.before(end);
    }

    /// Adds what follows the end.
    void add(List<Placed> following, Mark to) {
        events.addAll(following);
        end = to;
    }

    /// Forgets the older half.
    void halve() {
        if (!events.isEmpty()) {
            forget(events.get((events.size() - 1) / 2).place());
        }
    }

    /// Forgets what comes no later than a place.
    void forget(Mark place) {
        events.subList(0, firstAfter(place)).clear();
        from = from.before(place) ? place : from;
    }

    /// Takes what follows a place.
    ///
    /// @param taken receives it
    /// @return where that leaves the reader
    Mark take(Mark place, int limit, List<Placed> taken) {
        int first = firstAfter(place);
        List<Placed> next = events.subList(first, Math.min(events.size(), first + limit));
        taken.addAll(next);
        if (first + next.size() == events.size()) {
            return (place.before(end) ? end : place).through(place.through()).through(end.through());
        }
        return next.getLast().place().through(place.through());
    }

    private int firstAfter(Mark place) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.before(events.get(middle).place())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
