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
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand.GrantWithAllocation;
import refocus.cases.access.ChildAccessCommand.RevokeWithAllocation;
import refocus.cases.access.http.Purpose;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseCommand.AllocateWorker;
import refocus.cases.childcase.CaseCommand.EndAllocation;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseCommand.Standing;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.ChildCase;
import refocus.cases.childcase.http.CaseShown.AllocationShown;
import refocus.cases.staffing.StaffMember;
import refocus.cases.staffing.Staffing;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Done;

/// Who holds a case.
@Path("/v1/cases/{id}/allocations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class AllocationResource {

    record Allocating(
            @NotNull UUID worker,
            @NotNull Role role,
            @NotNull LocalDate from,
            @NotBlank String reason,
            Optional<@DecimalMin("0") @DecimalMax("1000") BigDecimal> points,
            Optional<Instant> occurredAt) {

        AllocateWorker of(UUID allocation, Standing standing, Asking asking) {
            return new AllocateWorker(
                    allocation, worker, role, from, reason, points, standing, Wales.dayOf(asking.occurredAt()));
        }
    }

    record Ending(@NotNull LocalDate to, Optional<String> reason, Optional<Instant> occurredAt) {}

    /// @param warnings what a manager should know of the worker; none of them refuses
    record AllocationCreated(UUID id, long version, List<AllocationWarnings.Warning> warnings) {}

    private final Desk<CaseCommand, CaseEvent, ChildCase> desk;
    private final Desks desks;
    private final CaseDoor door;
    private final Staffing staffing;
    private final AllocationWarnings warnings;
    private final CodeSets codes;

    AllocationResource(Desks desks, CaseDoor door, Staffing staffing, AllocationWarnings warnings, CodeSets codes) {
        this.desk = desks.of(ChildCase.TYPE);
        this.desks = desks;
        this.door = door;
        this.staffing = staffing;
        this.warnings = warnings;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<AllocationCreated>> allocate(
            @PathParam("id") UUID id, @NotNull @Valid Allocating asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("allocation-reason", "reason", asked.reason());
        UUID allocation = caller.newId("allocation");
        return door.keep(id, "allocation", caller)
                .flatMap(child -> staffing.member(asked.worker()).flatMap(member -> {
                    AllocateWorker command = asked.of(allocation, standing(member), asking);
                    return desks.together(allocating(id, child, command, caller), asking)
                            .flatMap(done -> desk.read(id)
                                    .map(current -> ChildCase.allocationOf(current.state(), command))
                                    .flatMap(stands -> warnings.of(stands, command, member, caller)
                                            .map(found -> allocated(id, stands, done, found))));
                }));
    }

    /// Where the child is restricted, whoever is given the case is let in with it, in one append.
    private static List<Step<?, ?, ?>> allocating(UUID id, UUID child, AllocateWorker command, Caller caller) {
        var granting = new GrantWithAllocation(command.allocation(), id, command.worker(), caller.worker());
        return List.of(new Step<>(ChildCase.TYPE, id, command), new Step<>(ChildAccess.TYPE, child, granting));
    }

    private static Standing standing(Optional<StaffMember> member) {
        return member.map(known -> new Standing(known.lastDay(), known.lapsedOn()))
                .orElseGet(Standing::unknown);
    }

    private static RestResponse<AllocationCreated> allocated(
            UUID id, UUID allocation, Done done, List<AllocationWarnings.Warning> found) {
        return Replies.createdSaying(
                done,
                "/v1/cases/%s/allocations/%s".formatted(id, allocation),
                new AllocationCreated(allocation, done.version(), found));
    }

    @GET
    @Path("{aid}")
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
    public Uni<RestResponse<AllocationShown>> read(
            @PathParam("id") UUID id,
            @PathParam("aid") UUID allocation,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        return door.read(id, "allocation", caller, purpose)
                .map(current -> Replies.state(
                        current,
                        CaseShown.of(id, current.state(), Wales.today()).allocation(allocation)));
    }

    @POST
    @Path("{aid}/end")
    public Uni<RestResponse<Replies.Version>> end(
            @PathParam("id") UUID id,
            @PathParam("aid") UUID allocation,
            @NotNull @Valid Ending asked,
            @BeanParam Caller caller) {
        codes.check("allocation-end-reason", "reason", asked.reason());
        Asking asking = caller.asks(asked.occurredAt());
        var command = new EndAllocation(allocation, asked.to(), asked.reason());
        return door.keep(id, "allocation", caller)
                .flatMap(child -> desk.read(id).map(current -> ending(current.state(), id, child, command)))
                .flatMap(steps -> desks.together(steps, asking))
                .map(Replies::done);
    }

    /// With the allocation ends what it granted; until its last day is over, it is a basis itself.
    private static List<Step<?, ?, ?>> ending(ChildCase state, UUID id, UUID child, EndAllocation command) {
        UUID worker = CaseShown.of(id, state, Wales.today())
                .allocation(command.allocation())
                .worker();
        return List.of(
                new Step<>(ChildCase.TYPE, id, command),
                new Step<>(ChildAccess.TYPE, child, new RevokeWithAllocation(id, worker)));
    }
}
