package refocus.eventsourcing;

/// The stream has moved on from the version the caller had seen.
public final class VersionConflict extends RuntimeException {

    private final StreamId stream;
    private final boolean seen;

    /// @param seen whether the caller named a version (a stale one), or we gave up after our own retries
    public VersionConflict(StreamId stream, boolean seen) {
        this.stream = stream;
        this.seen = seen;
        super("stale version of " + stream);
    }

    public StreamId stream() {
        return stream;
    }

    public boolean seen() {
        return seen;
    }
}
