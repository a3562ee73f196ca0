package refocus.eventsourcing.log;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who tail the log when this process has appended; they look by themselves too, for others may have.
@Singleton
public class Wake {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long count;

    public void appended() {
        lock.lock();
        try {
            count++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How many appends there were so far; to be read before looking at the log.
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /// Returns when there was an append since `count`, or after `millis`.
    public void await(long count, long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (this.count == count && nanos > 0) {
                nanos = appended.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
