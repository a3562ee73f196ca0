package refocus.eventsourcing.projection;

import java.util.List;
import java.util.Map;

/// Reads a feed in order, from where its reader says it was.
interface Source extends AutoCloseable {

    /// What was read, and where that leaves each slot that moved.
    record Batch(List<Incoming> events, Map<Integer, Mark> marks) {}

    /// Starts over from these places; a slot without one from its beginning.
    void seek(Map<Integer, Mark> marks) throws Exception;

    /// What comes next; waits a moment when there is nothing.
    ///
    /// @param until places not to read beyond; a slot without one is free
    Batch poll(Map<Integer, Mark> until) throws Exception;

    @Override
    void close();
}
