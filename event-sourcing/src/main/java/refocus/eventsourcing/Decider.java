package refocus.eventsourcing;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Gatherers;

/// The rules of one kind of stream: what a command becomes in a state, and what an event makes of it.
///
/// Both functions are pure; time, ids and looked-up facts arrive in the command.
public record Decider<C, E, S>(S initial, BiFunction<S, C, List<E>> decide, BiFunction<S, E, S> evolve) {

    /// The state after a whole history.
    public S fold(List<? extends E> history) {
        return fold(initial, history);
    }

    /// The state after more has happened to a state already known.
    public S fold(S from, List<? extends E> history) {
        return history.stream()
                .<S>gather(Gatherers.fold(() -> from, evolve))
                .findFirst()
                .orElse(from);
    }

    /// The state after each event in turn; what a timeline shows.
    public List<S> states(List<? extends E> history) {
        return history.stream().<S>gather(Gatherers.scan(() -> initial, evolve)).toList();
    }
}
