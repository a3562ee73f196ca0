package refocus.recruitment.checks;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.ApplicationCommand;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.CheckCommand.ExpireChecks;

/// When the last day of a check is over, it has expired.
@Singleton
public class WhenChecksLapse implements WhenDue {

    private final Desk<ApplicationCommand, ApplicationEvent, Application> desk;

    WhenChecksLapse(Desks desks) {
        this.desk = desks.of(Application.TYPE);
    }

    @Override
    public String name() {
        return "when_checks_lapse";
    }

    @Override
    public String view() {
        return ChecksProjection.LAPSING.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        return desk.handle(stream.id(), new ExpireChecks(Wales.dayOf(dueAt)), asking);
    }
}
