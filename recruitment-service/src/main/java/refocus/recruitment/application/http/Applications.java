package refocus.recruitment.application.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.ApplicationCommand;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;
import refocus.recruitment.vacancy.VacancyCommand;
import refocus.recruitment.vacancy.VacancyCommand.FillVacancy;
import refocus.recruitment.vacancy.VacancyEvent;

/// Where commands for applications are handed in, with what must be looked up of their vacancies.
@Singleton
public class Applications {

    private final Desks desks;
    private final Desk<ApplicationCommand, ApplicationEvent, Application> desk;
    private final Desk<VacancyCommand, VacancyEvent, Vacancy> vacancies;

    Applications(Desks desks) {
        this.desks = desks;
        this.desk = desks.of(Application.TYPE);
        this.vacancies = desks.of(Vacancy.TYPE);
    }

    public Uni<Current<Application>> read(UUID id) {
        return desk.read(id);
    }

    public Uni<Vacancy> vacancy(UUID vacancy) {
        return vacancies.read(vacancy).map(Current::state);
    }

    Uni<Vacancy> vacancyOf(UUID application) {
        return desk.read(application)
                .chain(current ->
                        vacancy(Application.onFile(current.state()).file().vacancy()));
    }

    Uni<RestResponse<Replies.Version>> ask(UUID id, ApplicationCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    /// For a command that needs the vacancy's terms.
    Uni<RestResponse<Replies.Version>> ask(UUID id, Function<Terms, ApplicationCommand> command, Asking asking) {
        return vacancyOf(id).chain(vacancy -> ask(id, command.apply(Vacancy.terms(vacancy)), asking));
    }

    /// Hires and fills the vacancy in one append: whatever became of the vacancy meanwhile, it is both or neither.
    Uni<RestResponse<Replies.Version>> hire(
            UUID id, Function<Terms, ApplicationCommand> command, FillVacancy filling, Asking asking) {
        return desk.read(id)
                .map(current -> Application.onFile(current.state()).file().vacancy())
                .chain(vacancy -> vacancy(vacancy)
                        .map(state -> command.apply(Vacancy.terms(state)))
                        .chain(hiring -> desks.together(
                                List.of(
                                        new Desks.Step<>(Application.TYPE, id, hiring),
                                        new Desks.Step<>(Vacancy.TYPE, vacancy, filling)),
                                asking)))
                .map(Replies::done);
    }
}
