package refocus.eventsourcing;

/// One kind of stream: its category, its rules and the events they speak in.
///
/// @param stateVersion raised when the state's record changes, so that older snapshots are left aside
public record StreamType<C, E, S>(
        String category, Decider<C, E, S> decider, EventTypes<E> events, Class<S> state, int stateVersion) {

    public static <C, E, S> StreamType<C, E, S> of(
            String category, Decider<C, E, S> decider, Class<E> events, Class<S> state) {
        return new StreamType<>(category, decider, EventTypes.of(events), state, 1);
    }

    /// The same, with a state of another shape than snapshots before this version have.
    public StreamType<C, E, S> withStateVersion(int version) {
        return new StreamType<>(category, decider, events, state, version);
    }
}
