package refocus.local.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One case while the story is thought out: who holds it and what happened in it.
final class Work {

    /// What happens in a case between its opening and now.
    sealed interface Moment {

        Instant at();
    }

    record Session(
            Instant at,
            Cast.Worker worker,
            int minutes,
            String mode,
            boolean alone,
            String place,
            String method,
            int travelMinutes,
            String summary)
            implements Moment {}

    record Call(Instant at, Cast.Worker worker, String with, int minutes, String summary) implements Moment {}

    record Closing(Instant at, String reason) implements Moment {}

    record Reopening(Instant at, Cast.Worker lead) implements Moment {}

    /// Its lead leaves the service, another takes it on.
    record Handover(Instant at, Cast.Worker lead) implements Moment {}

    final int child;
    final int report;
    final Instant openedAt;
    final Cast.Worker firstLead;
    final List<Moment> moments = new ArrayList<>();
    Cast.Worker lead;
    LocalDate lastSeen;
    LocalDate changesOn;
    boolean open = true;

    /// @param closesOn when it closes, should nothing else happen
    Work(int child, int report, Instant openedAt, LocalDate openedOn, Cast.Worker lead, LocalDate closesOn) {
        this.child = child;
        this.report = report;
        this.openedAt = openedAt;
        this.firstLead = lead;
        this.lead = lead;
        this.lastSeen = openedOn;
        this.changesOn = closesOn;
    }

    boolean isOpenWith(Cast.Worker worker) {
        return open && lead.equals(worker);
    }

    void close(Closing closing, LocalDate reopensOn) {
        moments.add(closing);
        open = false;
        changesOn = reopensOn;
    }

    void reopen(Reopening reopening, LocalDate closesOn) {
        moments.add(reopening);
        lead = reopening.lead();
        open = true;
        changesOn = closesOn;
    }

    void handOver(Handover handover) {
        moments.add(handover);
        lead = handover.lead();
    }
}
