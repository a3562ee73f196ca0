package refocus.eventsourcing.contract;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import refocus.eventsourcing.Decider;

/// Looks for a state that each event can follow, among those that the events themselves lead to.
final class Foldable {

    private static final int ENOUGH = 20_000;

    private Foldable() {}

    /// The events that can follow no state that was found.
    static <E, S> List<E> leftOver(Decider<?, E, S> decider, Collection<E> events) {
        Set<E> left = new HashSet<>(events);
        Set<S> known = new HashSet<>(Set.of(decider.initial()));
        Deque<S> next = new ArrayDeque<>(known);
        for (int tried = 0; !left.isEmpty() && !next.isEmpty() && tried < ENOUGH; tried += events.size()) {
            S state = next.poll();
            for (E event : events) {
                try {
                    S after = decider.evolve().apply(state, event);
                    left.remove(event);
                    if (known.add(after)) {
                        next.add(after);
                    }
                } catch (IllegalStateException _) {
                    // It cannot follow this state; it may follow another.
                }
            }
        }
        return events.stream().filter(left::contains).toList();
    }
}
