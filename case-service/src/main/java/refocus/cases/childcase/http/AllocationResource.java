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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseCommand.AllocateWorker;
import refocus.cases.childcase.CaseCommand.EndAllocation;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.ChildCase;
import refocus.cases.childcase.http.CaseShown.AllocationShown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

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
            Optional<Instant> occurredAt) {}

    record Ending(@NotNull LocalDate to, Optional<String> reason, Optional<Instant> occurredAt) {}

    private final Desk<CaseCommand, CaseEvent, ChildCase> desk;
    private final CodeSets codes;

    AllocationResource(Desks desks, CodeSets codes) {
        this.desk = desks.of(ChildCase.TYPE);
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> allocate(
            @PathParam("id") UUID id, @NotNull @Valid Allocating asked, @BeanParam Caller caller) {
        codes.checked("allocation-reason", "reason", asked.reason());
        var command = new AllocateWorker(
                caller.newId("allocation"), asked.worker(), asked.role(), asked.from(), asked.reason(), asked.points());
        return desk.handle(id, command, caller.asks(asked.occurredAt()))
                .flatMap(done -> desk.read(id)
                        .map(current -> Replies.created(
                                done,
                                "/v1/cases/%s/allocations/".formatted(id),
                                ChildCase.allocationOf(current.state(), command))));
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
    public Uni<RestResponse<AllocationShown>> read(@PathParam("id") UUID id, @PathParam("aid") UUID allocation) {
        return desk.read(id)
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
        var command = new EndAllocation(allocation, asked.to(), asked.reason());
        return desk.handle(id, command, caller.asks(asked.occurredAt())).map(Replies::done);
    }
}
