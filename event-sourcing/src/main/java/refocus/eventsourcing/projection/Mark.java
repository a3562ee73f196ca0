package refocus.eventsourcing.projection;

import java.time.Instant;

/// How far a feed was read in one of its slots.
///
/// @param major the transaction in a log, the next offset in a topic's partition
/// @param minor the place within the log, 0 in a topic
/// @param through everything recorded up to then has been read
record Mark(long major, long minor, Instant through) {

    static final Mark START = new Mark(0, 0, Instant.EPOCH);

    /// The same place, through with as much as before or more.
    Mark through(Instant other) {
        return other.isAfter(through) ? new Mark(major, minor, other) : this;
    }

    boolean samePlace(Mark other) {
        return major == other.major && minor == other.minor;
    }

    boolean before(Mark other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }
}
