package refocus.eventsourcing.log;

import java.time.Duration;

/// A rest between one batch and the next, for whoever follows the log.
///
/// It is as long as the batch took, and a moment at most. Where little happens, nobody waits longer for it than it
/// takes anyway; where much happens, events come in fewer and larger batches, each with a commit of its own.
public final class Rest {

    private static final Duration MOST = Duration.ofMillis(50);

    private Rest() {}

    /// Rests for as long as it is since then.
    ///
    /// @param began when the batch did, by [System#nanoTime]
    public static void since(long began) throws InterruptedException {
        Duration worked = Duration.ofNanos(System.nanoTime() - began);
        Thread.sleep(worked.compareTo(MOST) < 0 ? worked : MOST);
    }
}
