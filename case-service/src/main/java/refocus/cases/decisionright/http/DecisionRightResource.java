package refocus.cases.decisionright.http;

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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.decision.Decision;
import refocus.cases.decisionright.DecisionRight;
import refocus.cases.decisionright.DecisionRight.Version;
import refocus.cases.decisionright.DecisionRightCommand;
import refocus.cases.decisionright.DecisionRightCommand.RetireDecisionRight;
import refocus.cases.decisionright.DecisionRightCommand.SetDecisionRight;
import refocus.cases.decisionright.DecisionRightEvent;
import refocus.cases.decisionright.DecisionRightEvent.Conditions;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// Who may take one kind of decision at one risk tier.
@Path("/v1/decision-rights/{kind}/{tier}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({SERVICE_MANAGER, HEAD_OF_SERVICE})
class DecisionRightResource {

    record Setting(
            @NotNull @Min(0) @Max(5) Integer lowestLevel,
            Optional<@Valid ConditionsGiven> conditions,
            Optional<LocalDate> validFrom,
            Optional<Instant> occurredAt) {

        SetDecisionRight asked(String kind, String tier, Asking asking) {
            return new SetDecisionRight(
                    kind,
                    tier,
                    lowestLevel,
                    conditions.map(given -> new Conditions(given.en(), given.cy())),
                    validFrom.orElseGet(() -> Wales.dayOf(asking.occurredAt())));
        }
    }

    record ConditionsGiven(
            @NotBlank @Size(max = 2000) String en,
            @NotBlank @Size(max = 2000) String cy) {}

    /// @param validTo the first day no right is in force; today, where it is not said
    record Retiring(Optional<LocalDate> validTo, Optional<Instant> occurredAt) {}

    record RightShown(String kind, String tier, List<VersionShown> versions) {

        static RightShown of(String kind, String tier, DecisionRight state) {
            return switch (state) {
                case DecisionRight.Unset _ -> throw new Unknown("decision-right");
                case DecisionRight.Versions(var versions) ->
                    new RightShown(
                            kind,
                            tier,
                            versions.reversed().stream().map(VersionShown::of).toList());
            };
        }
    }

    record VersionShown(
            int version,
            int lowestLevel,
            Optional<Conditions> conditions,
            LocalDate validFrom,
            Optional<LocalDate> validTo) {

        static VersionShown of(Version version) {
            return new VersionShown(
                    version.right().version(),
                    version.right().lowestLevel(),
                    version.right().conditions(),
                    version.right().validFrom(),
                    version.validTo());
        }
    }

    private final Desk<DecisionRightCommand, DecisionRightEvent, DecisionRight> desk;
    private final CodeSets codes;

    DecisionRightResource(Desks desks, CodeSets codes) {
        this.desk = desks.of(DecisionRight.TYPE);
        this.codes = codes;
    }

    /// What stands already is only changed by who has seen it.
    @PUT
    public Uni<RestResponse<Replies.Version>> set(
            @PathParam("kind") String kind,
            @PathParam("tier") String tier,
            @NotNull @Valid Setting asked,
            @BeanParam Caller caller) {
        UUID id = checked(kind, tier);
        var first = caller.asks(asked.occurredAt());
        return desk.read(id)
                .map(_ -> caller.asksHavingSeen(asked.occurredAt()))
                .onFailure(Unknown.class)
                .recoverWithItem(first)
                .flatMap(asking -> desk.handle(id, asked.asked(kind, tier, asking), asking))
                .map(Replies::done);
    }

    @POST
    @Path("retirement")
    public Uni<RestResponse<Replies.Version>> retire(
            @PathParam("kind") String kind,
            @PathParam("tier") String tier,
            @NotNull @Valid Retiring asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        var command = new RetireDecisionRight(asked.validTo().orElseGet(() -> Wales.dayOf(asking.occurredAt())));
        return desk.handle(DecisionRight.of(kind, tier), command, asking).map(Replies::done);
    }

    @GET
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
    public Uni<RestResponse<RightShown>> read(@PathParam("kind") String kind, @PathParam("tier") String tier) {
        return desk.read(DecisionRight.of(kind, tier))
                .map(current -> Replies.state(current, RightShown.of(kind, tier, current.state())));
    }

    private UUID checked(String kind, String tier) {
        codes.checked("decision-kind", "kind", kind);
        codes.checked("risk-tier", "tier", tier);
        if (kind.equals(Decision.EMERGENCY_PROTECTION)) {
            throw new Impossible("kind", "emergency-at-any-level");
        }
        return DecisionRight.of(kind, tier);
    }
}
