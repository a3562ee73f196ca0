package refocus.eventsourcing.log;

import refocus.eventsourcing.StreamType;

/// A stream's state at a version, as cached or read.
///
/// @param fresh whether it was read from the log just now; a cached one may have been overtaken by another instance
record Loaded<S>(long version, S state, boolean fresh) {

    Loaded<S> remembered() {
        return new Loaded<>(version, state, false);
    }

    static <S> Loaded<S> nothing(StreamType<?, ?, S> type) {
        return new Loaded<>(0, type.decider().initial(), true);
    }
}
