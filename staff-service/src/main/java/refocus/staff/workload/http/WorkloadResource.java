package refocus.staff.workload.http;

import static refocus.staff.Roles.DUTY;
import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.PERSONAL_ADVISER;
import static refocus.staff.Roles.PRACTITIONER;
import static refocus.staff.Roles.REVIEWING_OFFICER;
import static refocus.staff.Roles.SENIOR_PRACTITIONER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.SUPPORT_WORKER;
import static refocus.staff.Roles.TEAM_MANAGER;
import static refocus.staff.workload.WorkloadProjection.WORKLOAD;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Views;
import refocus.staff.Looks;
import refocus.staff.worker.Post;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerCommand;
import refocus.staff.worker.WorkerEvent;
import refocus.staff.workload.HeldCase;
import refocus.staff.workload.WorkloadProjection;

/// What a worker carries today: for that worker and for managers.
@Path("/v1/workers/{id}/workload")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    REVIEWING_OFFICER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class WorkloadResource {

    /// A worker's workload on a day.
    ///
    /// @param cases how many different ones are held
    /// @param points of those for which points are counted
    /// @param fte the part of a full week that is contracted; absent for a worker not heard of, or gone
    /// @param capacityPoints how much workload there is room for, where that is counted
    record Workload(
            UUID worker,
            LocalDate on,
            long cases,
            BigDecimal points,
            Optional<BigDecimal> fte,
            Optional<BigDecimal> capacityPoints,
            List<Held> allocations) {

        static Workload of(UUID worker, LocalDate on, List<HeldCase> held, Worker record) {
            var post = record instanceof Worker.InPost(var inPost) ? Optional.of(inPost) : Optional.<Post>empty();
            return new Workload(
                    worker,
                    on,
                    held.stream().map(HeldCase::caseId).distinct().count(),
                    held.stream().flatMap(one -> one.points().stream()).reduce(BigDecimal.ZERO, BigDecimal::add),
                    post.map(known -> known.terms().fte()),
                    post.flatMap(Post::points),
                    held.stream().map(Held::of).toList());
        }
    }

    record Held(
            UUID id, UUID caseId, String role, LocalDate from, Optional<LocalDate> to, Optional<BigDecimal> points) {

        static Held of(HeldCase held) {
            return new Held(
                    held.allocation(), held.caseId(), held.role(), held.startsOn(), held.endsOn(), held.points());
        }
    }

    private final Desk<WorkerCommand, WorkerEvent, Worker> workers;
    private final Views views;
    private final WorkloadProjection workload;
    private final Freshness fresh;
    private final Looks looks;

    WorkloadResource(Desks desks, Views views, WorkloadProjection workload, Freshness fresh, Looks looks) {
        this.workers = desks.of(Worker.TYPE);
        this.views = views;
        this.workload = workload;
        this.fresh = fresh;
        this.looks = looks;
    }

    @GET
    public Uni<Workload> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        LocalDate today = Wales.today();
        return looks.mayBy(id, "workload", caller)
                .chain(() -> fresh.of(workload, caller))
                .chain(() -> views.list(
                        WORKLOAD,
                        "where t.worker = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on > $2)"
                                + " order by t.starts_on, t.allocation",
                        id,
                        today))
                .call(() -> looks.at(id, "workload", caller))
                .flatMap(held -> record(id).map(worker -> Workload.of(id, today, held, worker)));
    }

    /// Cases may be held before we have heard of the worker.
    private Uni<Worker> record(UUID id) {
        return workers.read(id).map(Current::state).onFailure(Unknown.class).recoverWithItem(new Worker.NotJoined());
    }
}
