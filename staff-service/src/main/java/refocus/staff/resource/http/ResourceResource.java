package refocus.staff.resource.http;

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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.Managers;
import refocus.staff.resource.Resource;
import refocus.staff.resource.ResourceCommand;
import refocus.staff.resource.ResourceCommand.Publish;
import refocus.staff.resource.ResourceCommand.Rate;
import refocus.staff.resource.ResourceCommand.Retire;
import refocus.staff.resource.ResourceCommand.Review;
import refocus.staff.resource.ResourceCommand.Revise;
import refocus.staff.resource.ResourceCommand.Use;
import refocus.staff.resource.ResourceEvent;

/// Resources of the hub: published and kept right by a few, used and rated by everyone.
@Path("/v1/resources")
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
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class ResourceResource {

    record Reviewing(@NotNull LocalDate nextBy, Optional<Instant> occurredAt) {}

    record Using(Optional<LocalDate> on, Optional<Instant> occurredAt) {}

    record Rating(
            @NotNull @Min(1) @Max(5) Integer stars,
            Optional<@Size(min = 1, max = 20_000) String> comment,
            Optional<Instant> occurredAt) {}

    record Retiring(@NotBlank String reason, Optional<Instant> occurredAt) {}

    private final Desk<ResourceCommand, ResourceEvent, Resource> desk;
    private final CodeSets codes;

    ResourceResource(Desks desks, CodeSets codes) {
        this.desk = desks.of(Resource.TYPE);
        this.codes = codes;
    }

    @POST
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Created>> publish(@NotNull @Valid Publication asked, @BeanParam Caller caller) {
        var command = new Publish(
                asked.content(codes), asked.owner().orElseGet(() -> Managers.self(caller)), asked.reviewBy());
        return desk.handle(caller.newId("resource"), command, caller.asks(asked.occurredAt()))
                .map(done -> Replies.created(done, "/v1/resources/"));
    }

    @POST
    @Path("{id}/revision")
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> revise(
            @PathParam("id") UUID id, @NotNull @Valid Publication asked, @BeanParam Caller caller) {
        return handle(id, new Revise(asked.content(codes)), caller.asksHavingSeen(asked.occurredAt()));
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> review(
            @PathParam("id") UUID id, @NotNull @Valid Reviewing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new Review(day(asking), asked.nextBy()), asking);
    }

    @POST
    @Path("{id}/uses")
    public Uni<RestResponse<Replies.Version>> use(
            @PathParam("id") UUID id, @NotNull @Valid Using asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return handle(id, new Use(Managers.self(caller), asked.on().orElse(day(asking))), asking);
    }

    @POST
    @Path("{id}/ratings")
    public Uni<RestResponse<Replies.Version>> rate(
            @PathParam("id") UUID id, @NotNull @Valid Rating asked, @BeanParam Caller caller) {
        var command = new Rate(Managers.self(caller), asked.stars(), asked.comment());
        return handle(id, command, caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("{id}/retirement")
    @RolesAllowed({BUSINESS_SUPPORT, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> retire(
            @PathParam("id") UUID id, @NotNull @Valid Retiring asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String reason = codes.checked("retirement-reason", "reason", asked.reason());
        return handle(id, new Retire(reason, day(asking)), asking);
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<ResourceShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .map(current -> Replies.state(
                        current,
                        ResourceShown.of(id, current.state(), caller.language().locale())));
    }

    private Uni<RestResponse<Replies.Version>> handle(UUID id, ResourceCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
