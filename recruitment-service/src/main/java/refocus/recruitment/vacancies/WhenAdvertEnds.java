package refocus.recruitment.vacancies;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.vacancy.Vacancy;
import refocus.recruitment.vacancy.VacancyCommand;
import refocus.recruitment.vacancy.VacancyCommand.EndAdvert;
import refocus.recruitment.vacancy.VacancyEvent;

/// When the time for applications is over, the vacancy closes.
@Singleton
public class WhenAdvertEnds implements WhenDue {

    private final Desk<VacancyCommand, VacancyEvent, Vacancy> desk;

    WhenAdvertEnds(Desks desks) {
        this.desk = desks.of(Vacancy.TYPE);
    }

    @Override
    public String name() {
        return "when_advert_ends";
    }

    @Override
    public String view() {
        return VacanciesProjection.CLOSING.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        return desk.handle(stream.id(), new EndAdvert(dueAt), asking);
    }
}
