package refocus.eventsourcing.projection;

import java.util.concurrent.Semaphore;

/// Lets no more than a few builds be made from zero at once; those that serve need no turn.
final class Turns {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /// Ends the turn.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits for a turn, where the build needs one.
    Turn take(Build build) throws InterruptedException {
        if (build.state() == Build.State.SERVING) {
            return () -> {};
        }
        free.acquire();
        return free::release;
    }
}
