package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.ApplicationCommand;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.CheckCommand.FailCheck;
import refocus.recruitment.application.CheckCommand.ReceiveReference;
import refocus.recruitment.application.CheckCommand.RefuseReference;
import refocus.recruitment.application.CheckCommand.RequestCheck;
import refocus.recruitment.application.CheckCommand.RequestReference;
import refocus.recruitment.application.CheckCommand.VerifyCheck;

/// Checks and references: asked for, and what came back.
@Path("/v1/applications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER})
class CheckResource {

    record Request(Optional<Instant> occurredAt) {}

    /// What was verified.
    ///
    /// @param validUntil the last day it counts; without it, it does not lapse
    /// @param evidence where the evidence is found; never its content
    record Verification(
            @NotNull LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            @NotBlank @Size(max = 500) String evidence,
            Optional<Instant> occurredAt) {}

    record Failure(@NotBlank String reason, Optional<Instant> occurredAt) {}

    record Referee(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 500) String contact,
            @NotBlank String relationship,
            Optional<UUID> replaces,
            Optional<Instant> occurredAt) {}

    record Receipt(@NotNull Boolean satisfactory, Optional<Instant> occurredAt) {}

    private final Desk<ApplicationCommand, ApplicationEvent, Application> desk;
    private final CodeSets codes;

    CheckResource(Desks desks, CodeSets codes) {
        this.desk = desks.of(Application.TYPE);
        this.codes = codes;
    }

    @POST
    @Path("checks/{kind}")
    public Uni<RestResponse<Replies.Version>> request(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @NotNull @Valid Request asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return ask(id, new RequestCheck(checked(kind), day(asking)), asking);
    }

    @POST
    @Path("checks/{kind}/verification")
    @RolesAllowed(HR_OFFICER)
    public Uni<RestResponse<Replies.Version>> verify(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @NotNull @Valid Verification asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new VerifyCheck(
                checked(kind), asked.issuedOn(), self(caller), asked.validUntil(), asked.evidence(), day(asking));
        return ask(id, command, asking);
    }

    @POST
    @Path("checks/{kind}/failure")
    @RolesAllowed(HR_OFFICER)
    public Uni<RestResponse<Replies.Version>> fail(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @NotNull @Valid Failure asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("check-failure-reason", "reason", asked.reason());
        return ask(id, new FailCheck(checked(kind), reason, day(asking)), asking);
    }

    @POST
    @Path("references")
    public Uni<RestResponse<Replies.Created>> request(
            @PathParam("id") UUID id, @NotNull @Valid Referee asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID reference = caller.newId("reference");
        var command = new RequestReference(
                reference,
                asked.name(),
                asked.contact(),
                codes.checked("referee-relationship", "relationship", asked.relationship()),
                asked.replaces(),
                day(asking));
        return desk.handle(id, command, asking)
                .map(done -> Replies.created(done, "/v1/applications/%s/references/".formatted(id), reference));
    }

    @POST
    @Path("references/{rid}/receipt")
    @RolesAllowed(HR_OFFICER)
    public Uni<RestResponse<Replies.Version>> receive(
            @PathParam("id") UUID id,
            @PathParam("rid") UUID reference,
            @NotNull @Valid Receipt asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new ReceiveReference(reference, asked.satisfactory(), self(caller), day(asking));
        return ask(id, command, asking);
    }

    @POST
    @Path("references/{rid}/refusal")
    public Uni<RestResponse<Replies.Version>> refuse(
            @PathParam("id") UUID id,
            @PathParam("rid") UUID reference,
            @NotNull @Valid Request asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return ask(id, new RefuseReference(reference, day(asking)), asking);
    }

    private Uni<RestResponse<Replies.Version>> ask(UUID id, ApplicationCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    private String checked(String kind) {
        return codes.checked("check-kind", "kind", kind);
    }

    private static UUID self(Caller caller) {
        return caller.worker().orElseThrow(ForbiddenException::new);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
