package refocus.eventsourcing.projection;

import java.util.Map;

/// Reads a feed by looks of its own.
interface Reader extends Source {

    /// Starts over behind all there is.
    ///
    /// @return that place in each slot
    Map<Integer, Mark> seekToEnd() throws Exception;

    /// Opens a reader that closes whatever it needs.
    interface Opening {
        Reader open() throws Exception;
    }
}
