package refocus.feedback.barriers.http;

import static refocus.feedback.Roles.BARRIER_OWNER;
import static refocus.feedback.Roles.BUSINESS_SUPPORT;
import static refocus.feedback.Roles.DUTY;
import static refocus.feedback.Roles.HEAD_OF_SERVICE;
import static refocus.feedback.Roles.HR_OFFICER;
import static refocus.feedback.Roles.PERSONAL_ADVISER;
import static refocus.feedback.Roles.PRACTITIONER;
import static refocus.feedback.Roles.REVIEWING_OFFICER;
import static refocus.feedback.Roles.SENIOR_PRACTITIONER;
import static refocus.feedback.Roles.SERVICE_MANAGER;
import static refocus.feedback.Roles.SUPPORT_WORKER;
import static refocus.feedback.Roles.TEAM_MANAGER;
import static refocus.feedback.barriers.BarriersProjection.BARRIERS;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.feedback.Roles;
import refocus.feedback.barriers.BarrierEntry;
import refocus.feedback.barriers.BarrierEntry.State;
import refocus.feedback.barriers.BarriersProjection;

/// Barriers, newest first: the service's for its staff, their own for owners elsewhere in the council.
@Path("/v1/barriers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    REVIEWING_OFFICER,
    BUSINESS_SUPPORT,
    HR_OFFICER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE,
    BARRIER_OWNER
})
class BarriersResource {

    /// A barrier in the list.
    ///
    /// @param departmentLabel in the reader's language
    record Listed(
            UUID id,
            State status,
            String department,
            String departmentLabel,
            Optional<String> what,
            LocalDate raisedOn,
            Optional<UUID> owner,
            Optional<LocalDate> dueOn,
            int level,
            int supporters,
            int hoursLostWeekly,
            Optional<LocalDate> pausedUntil,
            Optional<LocalDate> endedOn) {}

    private final Views views;
    private final Freshness freshness;
    private final BarriersProjection barriers;
    private final CodeSets codes;
    private final SubjectKeys keys;

    BarriersResource(Views views, Freshness freshness, BarriersProjection barriers, CodeSets codes, SubjectKeys keys) {
        this.views = views;
        this.freshness = freshness;
        this.barriers = barriers;
        this.codes = codes;
        this.keys = keys;
    }

    /// The list, newest first.
    ///
    /// @param mine only those that the caller raised
    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("department") Optional<String> department,
            @QueryParam("status") Optional<State> status,
            @QueryParam("owner") Optional<UUID> owner,
            @QueryParam("mine") Optional<Boolean> mine,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        UUID own = Roles.worker(caller);
        var where = new Where();
        department.ifPresent(wanted -> where.and("t.department = ?", wanted));
        status.ifPresent(wanted -> where.and("t.state = ?", wanted.name()));
        (caller.is(BARRIER_OWNER) ? Optional.of(own) : owner).ifPresent(whose -> where.and("t.owner = ?", whose));
        mine.filter(wanted -> wanted).ifPresent(_ -> where.and("t.raised_by = ?", own));
        page.after()
                .ifPresent(last ->
                        where.and("(t.raised_at, t.barrier) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return freshness
                .of(barriers, caller)
                .chain(() -> views.list(
                        BARRIERS,
                        where + "order by t.raised_at desc, t.barrier desc limit " + page.rows(),
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.raisedAt(), row.barrier())))
                .chain(rows -> keys.opener(raisers(rows))
                        .map(opener -> rows.map(
                                row -> shown(row, opener, caller.language().locale()))));
    }

    private static Set<UUID> raisers(Page<BarrierEntry> page) {
        return page.items().stream().map(BarrierEntry::raisedBy).collect(Collectors.toUnmodifiableSet());
    }

    private Listed shown(BarrierEntry row, Opener opener, Locale language) {
        return new Listed(
                row.barrier(),
                row.state(),
                row.department(),
                codes.label("department", row.department(), language),
                opener.open(row.what()).text(),
                row.raisedOn(),
                row.owner(),
                row.dueOn(),
                row.level(),
                row.supporters(),
                row.hoursLostWeekly(),
                row.pausedUntil(),
                row.endedOn());
    }
}
