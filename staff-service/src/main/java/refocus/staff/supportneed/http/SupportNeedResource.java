package refocus.staff.supportneed.http;

import static refocus.staff.Roles.BUSINESS_SUPPORT;
import static refocus.staff.Roles.DUTY;
import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.PERSONAL_ADVISER;
import static refocus.staff.Roles.PRACTITIONER;
import static refocus.staff.Roles.REVIEWING_OFFICER;
import static refocus.staff.Roles.SENIOR_PRACTITIONER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.SUPPORT_WORKER;
import static refocus.staff.Roles.TEAM_MANAGER;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.staff.Looks;
import refocus.staff.Managers;
import refocus.staff.supportneed.SupportNeed;
import refocus.staff.supportneed.SupportNeedCommand;
import refocus.staff.supportneed.SupportNeedCommand.Acknowledge;
import refocus.staff.supportneed.SupportNeedCommand.Decline;
import refocus.staff.supportneed.SupportNeedCommand.Deliver;
import refocus.staff.supportneed.SupportNeedCommand.Judge;
import refocus.staff.supportneed.SupportNeedCommand.Raise;
import refocus.staff.supportneed.SupportNeedCommand.Source;
import refocus.staff.supportneed.SupportNeedEvent;

/// The support-need loop: whoever needs something raises and judges it, managers answer it.
@Path("/v1/support-needs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class SupportNeedResource {

    record Raising(
            @NotBlank String theme,
            Optional<String> urgency,
            Optional<@Size(min = 1, max = 20_000) String> text,
            Optional<Instant> occurredAt) {}

    record Told(Optional<Instant> occurredAt) {}

    record Sourcing(
            @NotBlank String with,
            Optional<UUID> reference,
            Optional<@Size(min = 1, max = 20_000) String> note,
            Optional<Instant> occurredAt) {}

    record Judging(
            @NotNull Boolean useful, Optional<@Size(min = 1, max = 20_000) String> why, Optional<Instant> occurredAt) {}

    record Declining(
            @NotBlank String reason,
            Optional<@Size(min = 1, max = 20_000) String> explanation,
            Optional<Instant> occurredAt) {}

    private final Desk<SupportNeedCommand, SupportNeedEvent, SupportNeed> desk;
    private final CodeSets codes;
    private final SubjectKeys keys;
    private final Looks looks;

    SupportNeedResource(Desks desks, CodeSets codes, SubjectKeys keys, Looks looks) {
        this.desk = desks.of(SupportNeed.TYPE);
        this.codes = codes;
        this.keys = keys;
        this.looks = looks;
    }

    @POST
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        SUPPORT_WORKER,
        PERSONAL_ADVISER,
        REVIEWING_OFFICER,
        BUSINESS_SUPPORT,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<Replies.Created>> raise(@NotNull @Valid Raising asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("support-urgency", "urgency", asked.urgency());
        var command = new Raise(
                Managers.self(caller),
                codes.checked("support-theme", "theme", asked.theme()),
                asked.urgency().orElse("ROUTINE"),
                asked.text(),
                day(asking));
        return desk.handle(caller.newId("support-need"), command, asking)
                .map(done -> Replies.created(done, "/v1/support-needs/"));
    }

    @POST
    @Path("{id}/acknowledgement")
    public Uni<RestResponse<Replies.Version>> acknowledge(
            @PathParam("id") UUID id, @NotNull @Valid Told asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new Acknowledge(day(asking)), asking);
    }

    @POST
    @Path("{id}/sourcing")
    public Uni<RestResponse<Replies.Version>> source(
            @PathParam("id") UUID id, @NotNull @Valid Sourcing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String with = codes.checked("support-source", "with", asked.with());
        return handle(id, new Source(with, asked.reference(), asked.note(), day(asking)), asking);
    }

    @POST
    @Path("{id}/delivery")
    public Uni<RestResponse<Replies.Version>> deliver(
            @PathParam("id") UUID id, @NotNull @Valid Told asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new Deliver(day(asking)), asking);
    }

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        SUPPORT_WORKER,
        PERSONAL_ADVISER,
        REVIEWING_OFFICER,
        BUSINESS_SUPPORT,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<Replies.Version>> judge(
            @PathParam("id") UUID id, @NotNull @Valid Judging asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new Judge(Managers.self(caller), asked.useful(), asked.why(), day(asking)), asking);
    }

    @POST
    @Path("{id}/decline")
    public Uni<RestResponse<Replies.Version>> decline(
            @PathParam("id") UUID id, @NotNull @Valid Declining asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("decline-reason", "reason", asked.reason());
        return handle(id, new Decline(reason, asked.explanation(), day(asking)), asking);
    }

    /// For who raised it and for managers.
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
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<SupportNeedShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id).flatMap(current -> {
            UUID worker = SupportNeed.need(current.state()).worker();
            return looks.mayBy(worker, "support-need", caller)
                    .chain(() -> looks.at(worker, "support-need", caller))
                    .chain(() -> opened(current, worker));
        });
    }

    /// Where nothing was said there may be no key: it is made, as it would be for the first text.
    private Uni<RestResponse<SupportNeedShown>> opened(Current<SupportNeed> current, UUID worker) {
        return keys.ensure(Set.of(worker))
                .chain(() -> keys.opener(Set.of(worker)))
                .map(opener -> Replies.state(
                        current, SupportNeedShown.of(current.stream().id(), current.state(), opener)));
    }

    private Uni<RestResponse<Replies.Version>> handle(UUID id, SupportNeedCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
