package refocus.proving.faults;

import java.time.Duration;
import java.util.Locale;

/// One thing that goes wrong.
///
/// @param number its place in the schedule, from 1
/// @param after how many acknowledged commands it waits for, once the one before is over
/// @param part whom it strikes
/// @param length how long it lasts; zero where it is over at once
record Fault(int number, long after, Kind kind, String part, Duration length) {

    static final String DATABASE = "PostgreSQL";
    static final String BROKER = "Kafka";
    static final String LEADER = "the relay's leader";

    enum Kind {
        /// `kill -9`
        KILL,
        /// `SIGSTOP`, and `SIGCONT` after a while
        FREEZE,
        /// Frozen, and its sessions ended by the server, so that another instance leads before it wakes up.
        DEPOSE,
        /// PostgreSQL's immediate stop: no checkpoint, every session cut off.
        STOP_AT_ONCE,
        /// `pg_terminate_backend` for every session of the services
        TERMINATE_SESSIONS,
        /// Every connection to a server is reset.
        DROP_CONNECTIONS,
        /// Every connection is gone for the server, and its clients never hear of it.
        HALF_OPEN,
        /// A transaction that appended stays open for a while: what others append is committed before it.
        LATE_COMMIT,
        /// The disk below the data folder is full.
        FILL_DISK,
        /// The broker is killed, and a partition of the events' topic is empty when it starts again.
        LOSE_PARTITION
    }

    String title() {
        var what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return length.isZero() ? "%s: %s".formatted(what, part) : "%s: %s for %.1f s".formatted(what, part, seconds());
    }

    private double seconds() {
        return length.toMillis() / 1000.0;
    }
}
