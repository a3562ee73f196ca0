package refocus.staff.worker.http;

import static refocus.staff.Roles.BUSINESS_SUPPORT;
import static refocus.staff.Roles.DUTY;
import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.HR_OFFICER;
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
import jakarta.validation.constraints.Positive;
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
import refocus.staff.structure.http.KnownStructure;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerCommand;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerCommand.ChangeRole;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerCommand.Leave;
import refocus.staff.worker.WorkerCommand.Move;
import refocus.staff.worker.WorkerCommand.RecordAbsence;
import refocus.staff.worker.WorkerCommand.RecordRegistration;
import refocus.staff.worker.WorkerCommand.RecordWelshSkill;
import refocus.staff.worker.WorkerCommand.TellName;
import refocus.staff.worker.WorkerEvent;

/// Members of staff: taken on, moved, contracted, registered, away, gone, and read.
@Path("/v1/workers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(HR_OFFICER)
class WorkerResource {

    record Naming(@NotBlank @Size(max = 200) String name, Optional<Instant> occurredAt) {}

    record RoleChange(
            @NotBlank String role, Optional<Integer> level, Optional<LocalDate> from, Optional<Instant> occurredAt) {}

    record Moving(Optional<UUID> team, Optional<UUID> base, Optional<LocalDate> from, Optional<Instant> occurredAt) {}

    record Capacity(
            @NotNull BigDecimal fte,
            @NotNull LocalDate from,
            Optional<@Positive BigDecimal> points,
            Optional<Instant> occurredAt) {}

    record Registering(
            Optional<@Size(min = 1, max = 30) String> number,
            @NotNull LocalDate renewalOn,
            Optional<Instant> occurredAt) {}

    record WelshSkill(@NotBlank String skill, Optional<LocalDate> on, Optional<Instant> occurredAt) {}

    record Absence(@NotNull LocalDate from, @NotNull LocalDate to, Optional<Instant> occurredAt) {}

    record Departure(@NotNull LocalDate lastDay, Optional<String> reason, Optional<Instant> occurredAt) {}

    private final Desk<WorkerCommand, WorkerEvent, Worker> desk;
    private final KnownStructure structure;
    private final CodeSets codes;
    private final SubjectKeys keys;
    private final Looks looks;

    WorkerResource(Desks desks, KnownStructure structure, CodeSets codes, SubjectKeys keys, Looks looks) {
        this.desk = desks.of(Worker.TYPE);
        this.structure = structure;
        this.codes = codes;
        this.keys = keys;
        this.looks = looks;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> join(@NotNull @Valid Joining asked, @BeanParam Caller caller) {
        UUID worker = asked.id().orElseGet(() -> caller.newId("worker"));
        Asking asking = caller.asks(asked.occurredAt());
        Join command = asked.checked(codes).asked(worker, codes);
        return structure
                .mustHave(asked.team(), asked.base())
                .chain(() -> desk.handle(worker, command, asking))
                .map(done -> Replies.created(done, "/v1/workers/"));
    }

    @POST
    @Path("{id}/name")
    public Uni<RestResponse<Replies.Version>> name(
            @PathParam("id") UUID id, @NotNull @Valid Naming asked, @BeanParam Caller caller) {
        return handle(id, new TellName(id, asked.name()), caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("{id}/role")
    public Uni<RestResponse<Replies.Version>> role(
            @PathParam("id") UUID id, @NotNull @Valid RoleChange asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String role = codes.checked("worker-role", "role", asked.role());
        Optional<Integer> level = asked.level().or(() -> codes.level("worker-role", role));
        return handle(id, new ChangeRole(role, level, asked.from().orElse(day(asking))), asking);
    }

    @POST
    @Path("{id}/move")
    public Uni<RestResponse<Replies.Version>> move(
            @PathParam("id") UUID id, @NotNull @Valid Moving asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new Move(asked.team(), asked.base(), asked.from().orElse(day(asking)));
        return structure.mustHave(asked.team(), asked.base()).chain(() -> handle(id, command, asking));
    }

    @POST
    @Path("{id}/capacity")
    public Uni<RestResponse<Replies.Version>> capacity(
            @PathParam("id") UUID id, @NotNull @Valid Capacity asked, @BeanParam Caller caller) {
        var command = new ChangeCapacity(asked.fte(), asked.from(), asked.points());
        return handle(id, command, caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("{id}/registration")
    public Uni<RestResponse<Replies.Version>> registration(
            @PathParam("id") UUID id, @NotNull @Valid Registering asked, @BeanParam Caller caller) {
        var command = new RecordRegistration(id, asked.number(), asked.renewalOn());
        return handle(id, command, caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("{id}/welsh-skills")
    public Uni<RestResponse<Replies.Version>> welshSkill(
            @PathParam("id") UUID id, @NotNull @Valid WelshSkill asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        String skill = codes.checked("welsh-skill", "skill", asked.skill());
        return handle(id, new RecordWelshSkill(skill, asked.on().orElse(day(asking))), asking);
    }

    @POST
    @Path("{id}/absences")
    @RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> absence(
            @PathParam("id") UUID id, @NotNull @Valid Absence asked, @BeanParam Caller caller) {
        return handle(id, new RecordAbsence(asked.from(), asked.to()), caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("{id}/departure")
    public Uni<RestResponse<Replies.Version>> departure(
            @PathParam("id") UUID id, @NotNull @Valid Departure asked, @BeanParam Caller caller) {
        codes.check("leaving-reason", "reason", asked.reason());
        return handle(id, new Leave(asked.lastDay(), asked.reason()), caller.asks(asked.occurredAt()));
    }

    /// Others than the HR officer and managers see themselves.
    @GET
    @Path("{id}")
    @RolesAllowed({
        HR_OFFICER,
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
    public Uni<RestResponse<WorkerShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        Uni<Void> may = caller.is(HR_OFFICER) ? Uni.createFrom().voidItem() : looks.mayBy(id, "worker", caller);
        return may.chain(() -> desk.read(id))
                .call(() -> looks.at(id, "worker", caller))
                .flatMap(this::opened);
    }

    private Uni<RestResponse<WorkerShown>> opened(Current<Worker> current) {
        UUID id = current.stream().id();
        return keys.opener(sealed(id, current.state()))
                .map(opener -> Replies.state(current, WorkerShown.of(id, current.state(), opener)));
    }

    /// A worker of whom nothing personal was told yet has no key.
    private static Set<UUID> sealed(UUID id, Worker state) {
        return switch (state) {
            case Worker.NotJoined _ -> Set.of();
            case Worker.InPost(var post) -> post.holdsPersonal() ? Set.of(id) : Set.of();
            case Worker.Gone gone -> gone.post().holdsPersonal() ? Set.of(id) : Set.of();
        };
    }

    private Uni<RestResponse<Replies.Version>> handle(UUID id, WorkerCommand command, Asking asking) {
        return desk.handle(id, command, asking).map(Replies::done);
    }

    private static LocalDate day(Asking asking) {
        return Wales.dayOf(asking.occurredAt());
    }
}
