package refocus.eventsourcing.log;

import java.time.Duration;

/// A rest between one batch and the next, for whoever follows the log.
///
/// It is measured by how long the batch took, and a moment at most. Where little happens, nobody waits for it long;
/// where much happens, events come in fewer and larger batches, each with a commit of its own.
///
/// Who rests longer leaves the processors to others. What other services wait for rests least; what is looked at within
/// the service rests long, for a service has many such followers.
public enum Rest {
    /// A third as long as it worked.
    SHORT(1, 3),
    /// As long as it worked.
    EVEN(1, 1),
    /// Four times as long as it worked.
    LONG(4, 1);

    private static final Duration MOST = Duration.ofMillis(50);

    private final int times;
    private final int part;

    Rest(int times, int part) {
        this.times = times;
        this.part = part;
    }

    /// Rests.
    ///
    /// @param began when the batch did, by [System#nanoTime]
    public void since(long began) throws InterruptedException {
        Duration rest =
                Duration.ofNanos(System.nanoTime() - began).multipliedBy(times).dividedBy(part);
        Thread.sleep(rest.compareTo(MOST) < 0 ? rest : MOST);
    }
}
