package refocus.feedback.survey.http;

import static refocus.feedback.Roles.BUSINESS_SUPPORT;
import static refocus.feedback.Roles.DUTY;
import static refocus.feedback.Roles.HEAD_OF_SERVICE;
import static refocus.feedback.Roles.HR_OFFICER;
import static refocus.feedback.Roles.PERSONAL_ADVISER;
import static refocus.feedback.Roles.PRACTITIONER;
import static refocus.feedback.Roles.REVIEWING_OFFICER;
import static refocus.feedback.Roles.SENIOR_PRACTITIONER;
import static refocus.feedback.Roles.SERVICE_MANAGER;
import static refocus.feedback.Roles.SUPPORT_WORKER;
import static refocus.feedback.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Uuids;
import refocus.feedback.Roles;
import refocus.feedback.survey.Survey;
import refocus.feedback.survey.SurveyCommand;
import refocus.feedback.survey.SurveyCommand.CloseSurvey;
import refocus.feedback.survey.SurveyCommand.RecordParticipation;
import refocus.feedback.survey.SurveyEvent;
import refocus.feedback.survey.http.SurveyTold.Closing;
import refocus.feedback.survey.http.SurveyTold.Design;
import refocus.feedback.survey.http.SurveyTold.Draw;
import refocus.feedback.survey.http.SurveyTold.Opening;
import refocus.feedback.surveybox.TokenPool;

/// Surveys: designed, opened and closed by those who run them, and read by everyone in the service.
@Path("/v1/surveys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({HR_OFFICER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class SurveyResource {

    /// A token, shown once and to nobody else.
    record Drawn(String token) {}

    private final Desk<SurveyCommand, SurveyEvent, Survey> desk;
    private final TokenPool tokens;

    SurveyResource(Desks desks, TokenPool tokens) {
        this.desk = desks.of(Survey.TYPE);
        this.tokens = tokens;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> design(@NotNull @Valid Design asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(caller.newId("survey"), asked.asked(Wales.dayOf(asking.occurredAt())), asking)
                .map(done -> Replies.created(done, "/v1/surveys/"));
    }

    @POST
    @Path("{id}/opening")
    public Uni<RestResponse<Replies.Version>> open(
            @PathParam("id") UUID id, @NotNull @Valid Opening asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(id, asked.asked(Wales.dayOf(asking.occurredAt())), asking)
                .map(Replies::done);
    }

    @POST
    @Path("{id}/closing")
    public Uni<RestResponse<Replies.Version>> close(
            @PathParam("id") UUID id, @NotNull @Valid Closing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(id, new CloseSurvey(Wales.dayOf(asking.occurredAt())), asking)
                .map(Replies::done);
    }

    /// Draws a token. That the caller took part is recorded; which token it was is not: a lost one stays
    /// lost.
    @POST
    @Path("{id}/tokens")
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        SUPPORT_WORKER,
        PERSONAL_ADVISER,
        REVIEWING_OFFICER,
        BUSINESS_SUPPORT,
        HR_OFFICER,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<Drawn>> draw(
            @PathParam("id") UUID id, @NotNull @Valid Draw asked, @BeanParam Caller caller) {
        var command = new RecordParticipation(Roles.worker(caller));
        Asking asking = once(asked, caller);
        return desk.read(id)
                // Refused here already, no token leaves the pool.
                .invoke(current -> Survey.decide(current.state(), command))
                .chain(() -> tokens.draw(id))
                .chain(token -> desk.handle(id, command, asking)
                        .onFailure()
                        .call(() -> tokens.putBack(id, token))
                        .replaceWith(token))
                .map(token -> ResponseBuilder.ok(new Drawn(token))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        SUPPORT_WORKER,
        PERSONAL_ADVISER,
        REVIEWING_OFFICER,
        BUSINESS_SUPPORT,
        HR_OFFICER,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<SurveyShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .map(current -> Replies.state(
                        current,
                        SurveyShown.of(
                                id,
                                current.state(),
                                caller.worker(),
                                caller.language().locale())));
    }

    /// A repeat under the caller's own key would be given a second token: a draw is always a command of its
    /// own.
    private static Asking once(Draw asked, Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return new Asking(Uuids.next(), Optional.empty(), Optional.empty(), asking.occurredAt(), asking.metadata());
    }
}
