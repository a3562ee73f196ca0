package refocus.eventsourcing.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Reads a feed in order, from where its reader says it was.
interface Source extends AutoCloseable {

    /// An event of a feed.
    ///
    /// @param place where its reader stands in the slot after it; it is through with what the feed said before that
    record Placed(int slot, Mark place, Incoming event) {}

    /// What was read, and where that leaves each slot that moved.
    record Batch(List<Placed> placed, Map<Integer, Mark> marks) {

        List<Incoming> events() {
            return placed.stream().map(Placed::event).toList();
        }
    }

    /// Starts over from these places; a slot without one from its beginning.
    void seek(Map<Integer, Mark> marks) throws Exception;

    /// What comes next; waits a moment when there is nothing.
    ///
    /// @param until places not to read beyond; a slot without one is free
    Batch poll(Map<Integer, Mark> until) throws Exception;

    @Override
    void close() throws SQLException;
}
