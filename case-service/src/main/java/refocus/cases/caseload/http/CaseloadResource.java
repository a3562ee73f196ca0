package refocus.cases.caseload.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;
import static refocus.cases.caseload.CaseloadProjection.CASELOAD;
import static refocus.cases.caseload.CaseloadProjection.CASELOAD_HOLD;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.cases.Managers;
import refocus.cases.caseload.CaseloadEntry;
import refocus.cases.caseload.CaseloadEntry.Status;
import refocus.cases.caseload.CaseloadProjection;
import refocus.cases.caseload.Hold;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// Cases, newest first: a worker's own, or for managers anyone's.
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class CaseloadResource {

    record Listed(
            UUID id,
            UUID child,
            Status status,
            Optional<UUID> lead,
            Optional<UUID> referral,
            LocalDate openedOn,
            Optional<LocalDate> closedOn,
            List<Held> allocations) {

        static Listed of(CaseloadEntry entry, List<Hold> holds, LocalDate today) {
            return new Listed(
                    entry.caseId(),
                    entry.child(),
                    entry.status(),
                    holds.stream()
                            .filter(hold -> hold.role() == Role.LEAD && hold.covers(today))
                            .map(Hold::worker)
                            .findFirst(),
                    entry.referral(),
                    entry.openedOn(),
                    entry.closedOn(),
                    holds.stream().map(Held::of).toList());
        }
    }

    record Held(UUID id, UUID worker, Role role, LocalDate from, Optional<LocalDate> to) {

        static Held of(Hold hold) {
            return new Held(hold.allocation(), hold.worker(), hold.role(), hold.startsOn(), hold.endsOn());
        }
    }

    private final Views views;
    private final Freshness freshness;
    private final CaseloadProjection caseload;

    CaseloadResource(Views views, Freshness freshness, CaseloadProjection caseload) {
        this.views = views;
        this.freshness = freshness;
        this.caseload = caseload;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("worker") Optional<UUID> worker,
            @QueryParam("status") Optional<Status> status,
            @QueryParam("unallocated") Optional<Boolean> unallocated,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        Optional<UUID> whose = Managers.orOwn(worker, caller);
        LocalDate today = Wales.today();
        var where = new Where();
        whose.ifPresent(id -> where.and(
                "exists (select from views.caseload_hold h where h.case_id = t.case_id and h.worker = ?"
                        + " and h.starts_on <= ? and (h.ends_on is null or h.ends_on > ? or t.status = 'CLOSED'))",
                id,
                today,
                today));
        status.ifPresent(wanted -> where.and("t.status = ?", wanted.name()));
        unallocated.ifPresent(wanted -> where.and(
                "t.status = 'OPEN' and ? <> exists (select from views.caseload_hold h where h.case_id = t.case_id"
                        + " and h.role = 'LEAD' and h.starts_on <= ? and (h.ends_on is null or h.ends_on > ?))",
                wanted,
                today,
                today));
        page.after().ifPresent(last -> where.and("(t.opened_on, t.case_id) < (?, ?)", last.date(0), last.uuid(1)));
        return freshness
                .of(caseload, caller)
                .chain(() -> views.list(
                        CASELOAD,
                        where + "order by t.opened_on desc, t.case_id desc limit " + page.rows(),
                        where.values()))
                .flatMap(rows -> withHolds(rows, page, today));
    }

    private Uni<Page<Listed>> withHolds(List<CaseloadEntry> rows, PageRequest page, LocalDate today) {
        UUID[] ids = rows.stream().map(CaseloadEntry::caseId).toArray(UUID[]::new);
        return views.list(CASELOAD_HOLD, "where t.case_id = any($1) order by t.starts_on, t.allocation", (Object) ids)
                .map(holds -> holds.stream().collect(Collectors.groupingBy(Hold::caseId)))
                .map(holds -> Page.of(rows, page, row -> List.of(row.openedOn(), row.caseId()))
                        .map(row -> shown(row, holds, today)));
    }

    private static Listed shown(CaseloadEntry row, Map<UUID, List<Hold>> holds, LocalDate today) {
        return Listed.of(row, holds.getOrDefault(row.caseId(), List.of()), today);
    }
}
