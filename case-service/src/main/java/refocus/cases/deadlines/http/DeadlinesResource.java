package refocus.cases.deadlines.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;
import static refocus.cases.deadlines.DeadlinesProjection.DEADLINES;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.Managers;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.deadlines.DeadlineEntry;
import refocus.cases.deadlines.DeadlineEntry.State;
import refocus.cases.deadlines.DeadlinesProjection;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// Deadlines, newest first: those of a worker's own cases, or for managers anyone's.
@Path("/v1/deadlines")
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
class DeadlinesResource {

    record Listed(
            UUID id,
            String rule,
            int ruleVersion,
            String label,
            Optional<UUID> referral,
            @JsonProperty("case") Optional<UUID> caseId,
            UUID child,
            LocalDate triggeredOn,
            LocalDate dueOn,
            State state,
            Optional<LocalDate> metOn,
            boolean recordedLate) {}

    private final Views views;
    private final Freshness freshness;
    private final DeadlinesProjection deadlines;
    private final FreshDeadlines fresh;
    private final Access access;
    private final CodeSets codes;

    DeadlinesResource(
            Views views,
            Freshness freshness,
            DeadlinesProjection deadlines,
            FreshDeadlines fresh,
            Access access,
            CodeSets codes) {
        this.views = views;
        this.freshness = freshness;
        this.deadlines = deadlines;
        this.fresh = fresh;
        this.access = access;
        this.codes = codes;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("dueBefore") Optional<LocalDate> dueBefore,
            @QueryParam("overdue") Optional<Boolean> overdue,
            @QueryParam("worker") Optional<UUID> worker,
            @BeanParam PageRequest page,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        var where = new Where();
        LocalDate today = Wales.today();
        dueBefore.ifPresent(day -> where.and("t.due_on < ?", day));
        overdue.ifPresent(wanted -> where.and("? = (t.met_on is null and t.due_on < ?)", wanted, today));
        Managers.orOwn(worker, caller, purpose.actingFor()).ifPresent(whose -> heldBy(where, whose, today));
        page.after()
                .ifPresent(last ->
                        where.and("(t.set_at, t.deadline) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return freshness
                .of(deadlines, caller)
                .chain(() -> fresh.after(caller.wants()))
                .chain(() -> access.hidden(caller, purpose))
                .invoke(hidden -> hidden.from(where, "not (t.child = any(?))"))
                .chain(() -> views.list(
                        DEADLINES,
                        where + "order by t.set_at desc, t.deadline desc limit " + page.rows(),
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.setAt(), row.deadline())))
                .flatMap(rows -> shown(rows, caller, purpose));
    }

    private Uni<Page<Listed>> shown(Page<DeadlineEntry> rows, Caller caller, Purpose purpose) {
        List<UUID> entries = rows.items().stream().map(DeadlineEntry::child).toList();
        return access.list(entries, "deadlines", caller, purpose)
                .map(seen -> rows.only(row -> seen.contains(row.child()))
                        .map(row -> shown(row, caller.language().locale())));
    }

    private static void heldBy(Where where, UUID worker, LocalDate today) {
        where.and(
                "exists (select from views.deadlines_case c join views.deadlines_holder h on h.case_id = c.case_id"
                        + " where (c.case_id = t.case_id or c.referral = t.referral) and h.worker = ?"
                        + " and h.starts_on <= ? and (h.ends_on is null or h.ends_on > ?))",
                worker,
                today,
                today);
    }

    private Listed shown(DeadlineEntry row, Locale language) {
        return new Listed(
                row.deadline(),
                row.rule(),
                row.ruleVersion(),
                codes.label("deadline-rule", row.rule(), language),
                row.referral(),
                row.caseId(),
                row.child(),
                row.triggeredOn(),
                row.dueOn(),
                row.state(),
                row.metOn(),
                row.recordedLate());
    }
}
