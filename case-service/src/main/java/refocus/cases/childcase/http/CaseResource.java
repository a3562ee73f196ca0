package refocus.cases.childcase.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand.RevokeWithCase;
import refocus.cases.access.http.Purpose;
import refocus.cases.child.http.KnownChildren;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseCommand.CloseCase;
import refocus.cases.childcase.CaseCommand.OpenCase;
import refocus.cases.childcase.CaseCommand.ReopenCase;
import refocus.cases.childcase.CaseCommand.When;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.ChildCase;
import refocus.cases.decision.http.Acts;
import refocus.cases.decision.http.Acts.Act;
import refocus.cases.referral.http.KnownReferrals;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;

/// A case from opening to closing.
@Path("/v1/cases")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class CaseResource {

    record Opening(@NotNull UUID child, Optional<UUID> referral, Optional<Instant> occurredAt) {}

    /// The end of the work, which is a decision.
    ///
    /// @param decision the open proposal that this takes, where there is one
    /// @param outsideRule why it was done beyond one's right, where that has happened
    record Closure(
            @NotBlank String reason,
            Optional<@Size(max = 20_000) String> outcome,
            Optional<@Size(max = 20_000) String> childView,
            Optional<Boolean> childTold,
            Optional<UUID> decision,
            Optional<@Size(min = 1, max = 20_000) String> outsideRule,
            Optional<Instant> occurredAt) {

        Act act() {
            return new Act("CLOSURE", decision, outcome, childView, outsideRule);
        }

        CloseCase asked(UUID taken, Asking asking) {
            return new CloseCase(reason, outcome, childView, childTold, taken, when(asking));
        }
    }

    record Reopening(@NotBlank String reason, Optional<Instant> occurredAt) {}

    private final Desk<CaseCommand, CaseEvent, ChildCase> desk;
    private final Desks desks;
    private final Acts acts;
    private final KnownChildren children;
    private final CaseDoor door;
    private final KnownReferrals referrals;
    private final CodeSets codes;

    CaseResource(
            Desks desks, Acts acts, KnownChildren children, CaseDoor door, KnownReferrals referrals, CodeSets codes) {
        this.desk = desks.of(ChildCase.TYPE);
        this.desks = desks;
        this.acts = acts;
        this.children = children;
        this.door = door;
        this.referrals = referrals;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> open(@NotNull @Valid Opening asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new OpenCase(asked.child(), asked.referral(), Wales.dayOf(asking.occurredAt()));
        return children.mustBeKnown("child", asked.child(), caller)
                .chain(() -> referrals.mustBeAbout("referral", asked.referral(), asked.child()))
                .chain(() -> desk.handle(caller.newId("case"), command, asking))
                .map(done -> Replies.created(done, "/v1/cases/"));
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed({PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> close(
            @PathParam("id") UUID id, @NotNull @Valid Closure asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        codes.checked("closure-reason", "reason", asked.reason());
        return door.use(id, "closure", caller)
                .flatMap(child -> acts.closure(id, asked.act(), caller, asking)
                        .map(deciding -> closing(id, child, asked, deciding, asking)))
                .flatMap(steps -> desks.together(steps, asking))
                .map(Replies::done);
    }

    /// With the case ends what its allocations granted.
    private static List<Step<?, ?, ?>> closing(
            UUID id, UUID child, Closure asked, Step<?, ?, ?> deciding, Asking asking) {
        return List.of(
                new Step<>(ChildCase.TYPE, id, asked.asked(deciding.id(), asking)),
                deciding,
                new Step<>(ChildAccess.TYPE, child, new RevokeWithCase(id)));
    }

    @POST
    @Path("{id}/reopening")
    public Uni<RestResponse<Replies.Version>> reopen(
            @PathParam("id") UUID id, @NotNull @Valid Reopening asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        codes.checked("reopening-reason", "reason", asked.reason());
        return door.use(id, "case", caller)
                .chain(() -> desk.handle(id, new ReopenCase(asked.reason(), when(asking)), asking))
                .map(Replies::done);
    }

    @GET
    @Path("{id}")
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
    public Uni<RestResponse<CaseShown>> read(
            @PathParam("id") UUID id, @BeanParam Caller caller, @BeanParam Purpose purpose) {
        return door.read(id, "case", caller, purpose)
                .map(current -> Replies.state(current, CaseShown.of(id, current.state(), Wales.today())));
    }

    static When when(Asking asking) {
        return new When(asking.occurredAt(), Wales.dayOf(asking.occurredAt()));
    }
}
