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
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.caseload.CaseloadEntry;
import refocus.cases.caseload.CaseloadEntry.Status;
import refocus.cases.caseload.CaseloadProjection;
import refocus.cases.caseload.Hold;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.staffing.Staffing;
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

    private static final String LED_BY_ONE_OF =
            "exists (select from views.caseload_hold h where h.case_id = t.case_id and h.role = 'LEAD'"
                    + " and h.starts_on <= ? and (h.ends_on is null or h.ends_on > ?) and h.worker = any(?))";

    private final Views views;
    private final Freshness freshness;
    private final CaseloadProjection caseload;
    private final Staffing staffing;
    private final Access access;

    CaseloadResource(Views views, Freshness freshness, CaseloadProjection caseload, Staffing staffing, Access access) {
        this.views = views;
        this.freshness = freshness;
        this.caseload = caseload;
        this.staffing = staffing;
        this.access = access;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("worker") Optional<UUID> worker,
            @QueryParam("status") Optional<Status> status,
            @QueryParam("unallocated") Optional<Boolean> unallocated,
            @QueryParam("leadHasLeft") Optional<Boolean> leadHasLeft,
            @QueryParam("team") Optional<UUID> team,
            @BeanParam PageRequest page,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        Optional<UUID> whose = Managers.orOwn(worker, caller, purpose.actingFor());
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
                .chain(() -> led(where, leadHasLeft, today))
                .chain(() -> ofTeam(where, team, today))
                .chain(() -> access.hidden(caller, purpose))
                .invoke(hidden -> hidden.from(where, "not (t.child = any(?))"))
                .chain(() -> views.list(
                        CASELOAD,
                        where + "order by t.opened_on desc, t.case_id desc limit " + page.rows(),
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.openedOn(), row.caseId())))
                .flatMap(rows -> seen(rows, caller, purpose))
                .flatMap(rows -> withHolds(rows, today));
    }

    private Uni<Page<CaseloadEntry>> seen(Page<CaseloadEntry> rows, Caller caller, Purpose purpose) {
        List<UUID> entries = rows.items().stream().map(CaseloadEntry::child).toList();
        return access.list(entries, "cases", caller, purpose).map(seen -> rows.only(row -> seen.contains(row.child())));
    }

    /// Open cases whose lead has left are there to be handed over: nobody takes them from the leaver by themselves.
    private Uni<Void> led(Where where, Optional<Boolean> byLeaver, LocalDate today) {
        return byLeaver.map(wanted -> staffing.goneBy(today)
                        .invoke(gone -> where.and(
                                "t.status = 'OPEN' and ? = " + LED_BY_ONE_OF, wanted, today, today, ids(gone)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /// A case is its lead's team's.
    private Uni<Void> ofTeam(Where where, Optional<UUID> team, LocalDate today) {
        return team.map(wanted -> staffing.team(wanted, today)
                        .invoke(members -> where.and(LED_BY_ONE_OF, today, today, ids(members)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static UUID[] ids(List<UUID> workers) {
        return workers.toArray(UUID[]::new);
    }

    private Uni<Page<Listed>> withHolds(Page<CaseloadEntry> rows, LocalDate today) {
        UUID[] ids = rows.items().stream().map(CaseloadEntry::caseId).toArray(UUID[]::new);
        return views.list(CASELOAD_HOLD, "where t.case_id = any($1) order by t.starts_on, t.allocation", (Object) ids)
                .map(holds -> holds.stream().collect(Collectors.groupingBy(Hold::caseId)))
                .map(holds -> rows.map(row -> shown(row, holds, today)));
    }

    private static Listed shown(CaseloadEntry row, Map<UUID, List<Hold>> holds, LocalDate today) {
        return Listed.of(row, holds.getOrDefault(row.caseId(), List.of()), today);
    }
}
