package refocus.recruitment.vacancy.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.PANEL_MEMBER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.vacancy.Vacancy;
import refocus.recruitment.vacancy.VacancyCommand;
import refocus.recruitment.vacancy.VacancyCommand.Advertise;
import refocus.recruitment.vacancy.VacancyCommand.AppointPanel;
import refocus.recruitment.vacancy.VacancyCommand.ApproveVacancy;
import refocus.recruitment.vacancy.VacancyCommand.CancelVacancy;
import refocus.recruitment.vacancy.VacancyCommand.CloseVacancy;
import refocus.recruitment.vacancy.VacancyCommand.Extend;
import refocus.recruitment.vacancy.VacancyCommand.RaiseVacancy;
import refocus.recruitment.vacancy.VacancyCommand.SetCriteria;
import refocus.recruitment.vacancy.VacancyEvent;

/// A vacancy: raised, approved, described, advertised, and closed one way or another.
@Path("/v1/vacancies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class VacancyResource {

    /// What a post with children needs where the request does not say.
    private static final List<String> USUAL_CHECKS =
            List.of("IDENTITY", "RIGHT_TO_WORK", "DBS_ENHANCED", "BARRED_LIST", "HEALTH", "REFERENCE");

    private final Desk<VacancyCommand, VacancyEvent, Vacancy> desk;
    private final CodeSets codes;

    VacancyResource(Desks desks, CodeSets codes) {
        this.desk = desks.of(Vacancy.TYPE);
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> raise(@NotNull @Valid Asked.Post asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new RaiseVacancy(
                asked.post().known(),
                codes.checked("role", "role", asked.role()),
                asked.fte(),
                codes.checked("vacancy-reason", "reason", asked.reason()),
                codes.checked("welsh-level", "welshLevel", asked.welshLevel().orElse("DESIRABLE")),
                checked(asked.checks().orElse(USUAL_CHECKS)),
                asked.team(),
                asked.base(),
                self(caller),
                day(asking));
        return desk.handle(caller.newId("vacancy"), command, asking)
                .map(done -> Replies.created(done, "/v1/vacancies/"));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> approve(
            @PathParam("id") UUID id, @NotNull @Valid Asked.When asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return done(id, new ApproveVacancy(self(caller), day(asking)), asking);
    }

    @PUT
    @Path("{id}/criteria")
    public Uni<RestResponse<Replies.Version>> setCriteria(
            @PathParam("id") UUID id, @NotNull @Valid Asked.Criteria asked, @BeanParam Caller caller) {
        return done(id, new SetCriteria(asked.known()), caller.asksHavingSeen(asked.occurredAt()));
    }

    @PUT
    @Path("{id}/panel")
    public Uni<RestResponse<Replies.Version>> appoint(
            @PathParam("id") UUID id, @NotNull @Valid Asked.Panel asked, @BeanParam Caller caller) {
        return done(id, new AppointPanel(asked.known()), caller.asksHavingSeen(asked.occurredAt()));
    }

    @POST
    @Path("{id}/advert")
    public Uni<RestResponse<Replies.Version>> advertise(
            @PathParam("id") UUID id, @NotNull @Valid Asked.Advert asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command =
                new Advertise(asked.advert().known(), toTheSecond(asked.closesAt()), asking.occurredAt(), day(asking));
        return done(id, command, asking);
    }

    @POST
    @Path("{id}/extension")
    public Uni<RestResponse<Replies.Version>> extend(
            @PathParam("id") UUID id, @NotNull @Valid Asked.Extension asked, @BeanParam Caller caller) {
        return done(id, new Extend(toTheSecond(asked.closesAt())), caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("{id}/closing")
    public Uni<RestResponse<Replies.Version>> close(
            @PathParam("id") UUID id, @NotNull @Valid Asked.When asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return done(id, new CloseVacancy(asking.occurredAt()), asking);
    }

    @POST
    @Path("{id}/cancellation")
    public Uni<RestResponse<Replies.Version>> cancel(
            @PathParam("id") UUID id, @NotNull @Valid Asked.Cancellation asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("vacancy-cancellation-reason", "reason", asked.reason());
        return done(id, new CancelVacancy(reason, day(asking)), asking);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({RECRUITER, PANEL_MEMBER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<VacancyShown>> read(@PathParam("id") UUID id) {
        return desk.read(id).map(current -> Replies.state(current, VacancyShown.of(id, current.state())));
    }

    private Uni<RestResponse<Replies.Version>> done(UUID id, VacancyCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    private List<String> checked(List<String> kinds) {
        codes.check("check-kind", "checks", kinds);
        return kinds.stream().distinct().toList();
    }

    private static UUID self(Caller caller) {
        return caller.worker().orElseThrow(ForbiddenException::new);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }

    /// The clock that closes it keeps microseconds.
    private static Instant toTheSecond(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
