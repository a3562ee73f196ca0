package refocus.cases.decision.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.quarkus.security.ForbiddenException;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.decision.DecisionCommand;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.OverturnDecision;
import refocus.cases.decision.DecisionCommand.ReferDecisionUp;
import refocus.cases.decision.DecisionCommand.ReturnDecisionDown;
import refocus.cases.decision.DecisionCommand.ReviewDecision;
import refocus.cases.decision.DecisionCommand.SupportDecision;
import refocus.cases.decision.DecisionCommand.TakeDecision;
import refocus.cases.decision.DecisionCommand.Taking;
import refocus.cases.decision.http.Subjects.Known;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;

/// The decisions about one thing, a case or a referral: proposed, supported, referred, taken, overturned, reviewed.
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
abstract class DecisionDoor {

    private final Deciding deciding;
    private final Access access;
    private final String path;

    /// @param path of what the decisions are about, as in `/v1/cases/`
    DecisionDoor(Deciding deciding, Access access, String path) {
        this.deciding = deciding;
        this.access = access;
        this.path = path;
    }

    /// What the decisions are about.
    abstract Uni<Known> subject(UUID id);

    @POST
    public Uni<RestResponse<Replies.Created>> propose(
            @PathParam("id") UUID id, @NotNull @Valid Asked.Proposing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return seen(id, caller)
                .flatMap(known -> deciding.proposal(known, asked, caller, asking))
                .flatMap(command -> deciding.propose(caller.newId("decision"), command, asking))
                .map(done -> Replies.created(done, path + id + "/decisions/"));
    }

    @GET
    @Path("{did}")
    public Uni<RestResponse<DecisionShown>> read(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        return subject(id)
                .flatMap(known -> access.readAny(known.subject().children(), "decision", caller, purpose)
                        .flatMap(children -> deciding.shown(known, decision, children)));
    }

    @POST
    @Path("{did}/support")
    public Uni<RestResponse<Replies.Version>> support(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @NotNull @Valid Asked.Supporting asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID supporter = caller.worker().orElseThrow(ForbiddenException::new);
        return handle(
                id,
                decision,
                new SupportDecision(supporter, asked.reason(), by(caller), Deciding.when(asking)),
                caller,
                asking);
    }

    @POST
    @Path("{did}/referral-up")
    public Uni<RestResponse<Replies.Version>> referUp(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @NotNull @Valid Asked.ReferringUp asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(
                id,
                decision,
                new ReferDecisionUp(asked.toLevel(), asked.reason(), by(caller), Deciding.when(asking)),
                caller,
                asking);
    }

    @POST
    @Path("{did}/return-down")
    public Uni<RestResponse<Replies.Version>> returnDown(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @NotNull @Valid Asked.Reasoned asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(
                id,
                decision,
                new ReturnDecisionDown(asked.reason(), by(caller), Deciding.when(asking)),
                caller,
                asking);
    }

    @POST
    @Path("{did}/taking")
    public Uni<RestResponse<Replies.Version>> take(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @NotNull @Valid Asked.TakingIt asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        By by = deciding.by(caller, asked.byPanel());
        return seen(id, caller)
                .flatMap(known -> deciding.handle(
                        known,
                        decision,
                        new TakeDecision(
                                new Taking(known.subject(), asked.note(), asked.outsideRule()),
                                by,
                                Deciding.when(asking)),
                        asking))
                .map(Replies::done);
    }

    @POST
    @Path("{did}/overturn")
    public Uni<RestResponse<Replies.Version>> overturn(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @NotNull @Valid Asked.Reasoned asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(
                id, decision, new OverturnDecision(asked.reason(), by(caller), Deciding.when(asking)), caller, asking);
    }

    @POST
    @Path("{did}/review")
    public Uni<RestResponse<Replies.Version>> review(
            @PathParam("id") UUID id,
            @PathParam("did") UUID decision,
            @NotNull @Valid Asked.Reviewing asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        deciding.checkReviewOutcome(asked.outcome());
        return handle(
                id,
                decision,
                new ReviewDecision(asked.outcome(), asked.reason(), by(caller), Deciding.when(asking)),
                caller,
                asking);
    }

    /// What the decisions are about, for one who may see a child of it.
    private Uni<Known> seen(UUID id, Caller caller) {
        return subject(id).call(known -> access.useAny(known.subject().children(), "decision", caller));
    }

    private Uni<RestResponse<Replies.Version>> handle(
            UUID id, UUID decision, DecisionCommand command, Caller caller, Asking asking) {
        return seen(id, caller)
                .flatMap(known -> deciding.handle(known, decision, command, asking))
                .map(Replies::done);
    }

    private By by(Caller caller) {
        return deciding.by(caller, Optional.empty());
    }
}
