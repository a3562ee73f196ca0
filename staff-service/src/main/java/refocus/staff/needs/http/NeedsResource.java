package refocus.staff.needs.http;

import static java.time.ZoneOffset.UTC;
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
import static refocus.staff.needs.NeedsProjection.NEEDS;

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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.staff.Looks;
import refocus.staff.Managers;
import refocus.staff.needs.NeedEntry;
import refocus.staff.needs.NeedEntry.Status;
import refocus.staff.needs.NeedsProjection;

/// Support needs, newest first: one's own, and for managers everyone's.
@Path("/v1/support-needs")
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
class NeedsResource {

    record Listed(
            UUID id,
            UUID worker,
            String theme,
            String urgency,
            Status status,
            LocalDate raisedOn,
            Optional<String> text,
            Optional<String> sourcedWith,
            Optional<UUID> reference,
            Optional<String> note,
            Optional<String> reason,
            Optional<String> explanation) {

        static Listed of(NeedEntry entry, Opener opener) {
            return new Listed(
                    entry.need(),
                    entry.worker(),
                    entry.theme(),
                    entry.urgency(),
                    entry.status(),
                    entry.raisedOn(),
                    opener.text(entry.text()),
                    entry.sourcedWith(),
                    entry.reference(),
                    opener.text(entry.note()),
                    entry.reason(),
                    opener.text(entry.explanation()));
        }
    }

    private final Views views;
    private final NeedsProjection needs;
    private final Freshness fresh;
    private final SubjectKeys keys;
    private final Looks looks;

    NeedsResource(Views views, NeedsProjection needs, Freshness fresh, SubjectKeys keys, Looks looks) {
        this.views = views;
        this.needs = needs;
        this.fresh = fresh;
        this.keys = keys;
        this.looks = looks;
    }

    /// Whoever is not a manager sees their own, whether they say so or not.
    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("mine") Optional<Boolean> mine,
            @QueryParam("status") Optional<Status> status,
            @QueryParam("theme") Optional<String> theme,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        var where = new Where();
        if (mine.orElse(false) || !Managers.include(caller)) {
            where.and("t.worker = ?", Managers.self(caller));
        }
        status.ifPresent(wanted -> where.and("t.status = ?", wanted.name()));
        theme.ifPresent(wanted -> where.and("t.theme = ?", wanted));
        page.after()
                .ifPresent(last -> where.and(
                        "(t.raised_at, t.need) < (?, ?)", last.instant(0).atOffset(UTC), last.uuid(1)));
        return fresh.of(needs, caller)
                .chain(() -> views.list(
                        NEEDS, where + "order by t.raised_at desc, t.need desc limit " + page.rows(), where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.raisedAt(), row.need())))
                .call(rows ->
                        looks.at(rows.items().stream().map(NeedEntry::worker).toList(), "support-needs", caller))
                .flatMap(this::opened);
    }

    private Uni<Page<Listed>> opened(Page<NeedEntry> entries) {
        var said = entries.items().stream()
                .filter(NeedEntry::holdsPersonal)
                .map(NeedEntry::worker)
                .collect(Collectors.toSet());
        return keys.opener(said).map(opener -> entries.map(entry -> Listed.of(entry, opener)));
    }
}
