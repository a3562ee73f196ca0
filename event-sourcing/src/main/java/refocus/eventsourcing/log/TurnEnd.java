package refocus.eventsourcing.log;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work for the end of the event loop's turn, done once however often it is asked for until then: what one turn brings
/// to wait goes together, and not the first of it alone.
///
/// Whoever asks from outside an event loop has it done at once.
public final class TurnEnd {

    private final Runnable work;
    private final AtomicBoolean asked = new AtomicBoolean();

    /// @param work sees what was there for it before it was asked for
    public TurnEnd(Runnable work) {
        this.work = work;
    }

    /// Asks for the work.
    public void ask() {
        if (asked.compareAndSet(false, true)) {
            Optional.ofNullable(Vertx.currentContext())
                    .ifPresentOrElse(here -> here.runOnContext(_ -> work()), this::work);
        }
    }

    /// Open for the next asking before the work, so that nobody asks in vain while it is done.
    private void work() {
        asked.set(false);
        work.run();
    }
}
