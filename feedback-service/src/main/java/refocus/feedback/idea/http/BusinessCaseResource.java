package refocus.feedback.idea.http;

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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.feedback.Roles;
import refocus.feedback.idea.Idea;
import refocus.feedback.idea.IdeaCommand;
import refocus.feedback.idea.IdeaCommand.AttachEvidence;
import refocus.feedback.idea.IdeaCommand.CompleteImplementation;
import refocus.feedback.idea.IdeaCommand.MeasureBenefit;
import refocus.feedback.idea.IdeaCommand.ScoreChildNeed;
import refocus.feedback.idea.IdeaCommand.StartImplementation;
import refocus.feedback.idea.IdeaCommand.SubmitBusinessCase;
import refocus.feedback.idea.IdeaEvent;
import refocus.feedback.idea.http.IdeaTold.Benefit;
import refocus.feedback.idea.http.IdeaTold.Decision;
import refocus.feedback.idea.http.IdeaTold.Draft;
import refocus.feedback.idea.http.IdeaTold.Evidence;
import refocus.feedback.idea.http.IdeaTold.Figure;
import refocus.feedback.idea.http.IdeaTold.NeedScore;
import refocus.feedback.idea.http.IdeaTold.Step;
import refocus.feedback.idea.http.IdeaTold.Submission;

/// An idea's business case: argued by one person, decided by another, and measured afterwards.
@Path("/v1/ideas/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
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
class BusinessCaseResource {

    private final Desk<IdeaCommand, IdeaEvent, Idea> desk;
    private final CodeSets codes;
    private final SubjectKeys keys;

    BusinessCaseResource(Desks desks, CodeSets codes, SubjectKeys keys) {
        this.desk = desks.of(Idea.TYPE);
        this.codes = codes;
        this.keys = keys;
    }

    @POST
    @Path("business-case")
    public Uni<RestResponse<Replies.Version>> draft(
            @PathParam("id") UUID id, @NotNull @Valid Draft asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return done(id, asked.asked(Roles.worker(caller), day(asking)), asking);
    }

    @POST
    @Path("evidence")
    public Uni<RestResponse<Replies.Created>> attach(
            @PathParam("id") UUID id, @NotNull @Valid Evidence asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("evidence-strength", "strength", asked.strength());
        UUID evidence = caller.newId("evidence");
        var command = new AttachEvidence(
                evidence,
                Roles.worker(caller),
                asked.strength(),
                asked.summary(),
                asked.figure().map(Figure::cited));
        return desk.handle(id, command, asking)
                .map(done -> Replies.created(done, "/v1/ideas/%s/evidence/".formatted(id), evidence));
    }

    @GET
    @Path("evidence/{evidence}")
    public Uni<RestResponse<IdeaShown.Proof>> evidence(@PathParam("id") UUID id, @PathParam("evidence") UUID evidence) {
        return desk.read(id)
                .chain(current -> keys.opener(IdeaShown.subjects(current.state()))
                        .map(opener -> Replies.state(current, IdeaShown.evidence(current.state(), evidence, opener))));
    }

    @POST
    @Path("need-scores")
    public Uni<RestResponse<Replies.Version>> score(
            @PathParam("id") UUID id, @NotNull @Valid NeedScore asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("child-need", "need", asked.need());
        return done(id, new ScoreChildNeed(Roles.worker(caller), asked.need(), asked.score()), asking);
    }

    @POST
    @Path("submission")
    public Uni<RestResponse<Replies.Version>> submit(
            @PathParam("id") UUID id, @NotNull @Valid Submission asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return done(id, new SubmitBusinessCase(day(asking)), asking);
    }

    @POST
    @Path("decision")
    @RolesAllowed({SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> decide(
            @PathParam("id") UUID id, @NotNull @Valid Decision asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return done(id, asked.asked(Roles.worker(caller), day(asking)), asking);
    }

    @POST
    @Path("implementation")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> implement(
            @PathParam("id") UUID id, @NotNull @Valid Step asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        IdeaCommand command =
                switch (asked.stage()) {
                    case STARTED -> new StartImplementation(day(asking));
                    case COMPLETED -> new CompleteImplementation(day(asking));
                };
        return done(id, command, asking);
    }

    @POST
    @Path("benefits")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> measure(
            @PathParam("id") UUID id, @NotNull @Valid Benefit asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return done(id, new MeasureBenefit(asked.value(), day(asking)), asking);
    }

    private Uni<RestResponse<Replies.Version>> done(UUID id, IdeaCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
