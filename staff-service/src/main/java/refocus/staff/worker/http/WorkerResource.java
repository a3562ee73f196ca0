package refocus.staff.worker.http;

import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.HR_OFFICER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerCommand;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerCommand.Leave;
import refocus.staff.worker.WorkerCommand.RecordAbsence;
import refocus.staff.worker.WorkerEvent;

/// Members of staff: taken on, contracted, away, gone, and read.
@Path("/v1/workers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(HR_OFFICER)
class WorkerResource {

    record Joining(
            @NotBlank @Size(max = 200) String name,
            Optional<@Pattern(regexp = "[a-z][a-z-]{1,60}") String> role,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            BigDecimal fte,

            @NotNull LocalDate startsOn,
            Optional<Instant> occurredAt) {}

    record Capacity(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            BigDecimal fte,

            @NotNull LocalDate from,
            Optional<Instant> occurredAt) {}

    record Absence(@NotNull LocalDate from, @NotNull LocalDate to, Optional<Instant> occurredAt) {}

    record Departure(@NotNull LocalDate lastDay, Optional<Instant> occurredAt) {}

    private final Desk<WorkerCommand, WorkerEvent, Worker> desk;
    private final SubjectKeys keys;

    WorkerResource(Desks desks, SubjectKeys keys) {
        this.desk = desks.of(Worker.TYPE);
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> join(@NotNull @Valid Joining asked, @BeanParam Caller caller) {
        UUID worker = caller.newId("worker");
        var command = new Join(worker, asked.name(), asked.role(), asked.fte(), asked.startsOn());
        return desk.handle(worker, command, caller.asks(asked.occurredAt()))
                .map(done -> Replies.created(done, "/v1/workers/"));
    }

    @POST
    @Path("{id}/capacity")
    public Uni<RestResponse<Replies.Version>> capacity(
            @PathParam("id") UUID id, @NotNull @Valid Capacity asked, @BeanParam Caller caller) {
        var command = new ChangeCapacity(asked.fte(), asked.from());
        return desk.handle(id, command, caller.asks(asked.occurredAt())).map(Replies::done);
    }

    @POST
    @Path("{id}/absences")
    @RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> absence(
            @PathParam("id") UUID id, @NotNull @Valid Absence asked, @BeanParam Caller caller) {
        var command = new RecordAbsence(asked.from(), asked.to());
        return desk.handle(id, command, caller.asks(asked.occurredAt())).map(Replies::done);
    }

    @POST
    @Path("{id}/departure")
    public Uni<RestResponse<Replies.Version>> departure(
            @PathParam("id") UUID id, @NotNull @Valid Departure asked, @BeanParam Caller caller) {
        return desk.handle(id, new Leave(asked.lastDay()), caller.asks(asked.occurredAt()))
                .map(Replies::done);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<WorkerShown>> read(@PathParam("id") UUID id) {
        return desk.read(id).flatMap(this::opened);
    }

    private Uni<RestResponse<WorkerShown>> opened(Current<Worker> current) {
        UUID id = current.stream().id();
        return keys.opener(Set.of(id))
                .map(opener -> Replies.state(current, WorkerShown.of(id, current.state(), opener)));
    }
}
