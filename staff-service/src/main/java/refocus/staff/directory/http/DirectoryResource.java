package refocus.staff.directory.http;

import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.HR_OFFICER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.TEAM_MANAGER;
import static refocus.staff.directory.DirectoryProjection.DIRECTORY;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.staff.Looks;
import refocus.staff.directory.DirectoryEntry;
import refocus.staff.directory.DirectoryProjection;
import refocus.staff.structure.Structure;
import refocus.staff.structure.Unit;
import refocus.staff.structure.http.KnownStructure;

/// Who works here, those who came last first.
@Path("/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class DirectoryResource {

    /// A worker in the list.
    ///
    /// @param team the one they are in today, whatever it was called when they joined it
    record Listed(
            UUID id,
            Optional<String> name,
            Optional<String> role,
            Optional<Integer> level,
            BigDecimal fte,
            Optional<String> contract,
            boolean agency,
            Optional<UUID> team,
            Optional<UUID> base,
            LocalDate startsOn,
            Optional<LocalDate> lastDay,
            Optional<LocalDate> registeredTo,
            boolean registrationLapsed) {

        static Listed of(DirectoryEntry entry, Opener opener, Structure structure, LocalDate today) {
            return new Listed(
                    entry.worker(),
                    opener.text(entry.name()),
                    entry.role(),
                    entry.level(),
                    entry.fte(),
                    entry.contract(),
                    entry.agency(),
                    entry.team().flatMap(team -> structure.teamOn(team, today)).map(Unit::id),
                    entry.base().flatMap(base -> structure.baseOn(base, today)).map(Unit::id),
                    entry.startsOn(),
                    entry.lastDay(),
                    entry.renewalOn(),
                    entry.lapsed());
        }
    }

    private final Views views;
    private final DirectoryProjection directory;
    private final Freshness fresh;
    private final KnownStructure structure;
    private final SubjectKeys keys;
    private final Looks looks;

    DirectoryResource(
            Views views,
            DirectoryProjection directory,
            Freshness fresh,
            KnownStructure structure,
            SubjectKeys keys,
            Looks looks) {
        this.views = views;
        this.directory = directory;
        this.fresh = fresh;
        this.structure = structure;
        this.keys = keys;
        this.looks = looks;
    }

    /// The page asked for.
    ///
    /// @param application the one that led to the worker, as recruitment-service knows it
    /// @param inPost whether only those who work here today are asked for, or only the others
    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("team") Optional<UUID> team,
            @QueryParam("base") Optional<UUID> base,
            @QueryParam("role") Optional<String> role,
            @QueryParam("application") Optional<UUID> application,
            @QueryParam("inPost") Optional<Boolean> inPost,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        return fresh.of(directory, caller)
                .chain(structure::now)
                .flatMap(now -> entries(where(now, team, base, role, application, inPost), page)
                        .call(entries -> looks.at(
                                entries.items().stream()
                                        .map(DirectoryEntry::worker)
                                        .toList(),
                                "directory",
                                caller))
                        .flatMap(entries -> opened(entries, now)));
    }

    /// A team's people are those of the teams that became it, too.
    private static Where where(
            Structure structure,
            Optional<UUID> team,
            Optional<UUID> base,
            Optional<String> role,
            Optional<UUID> application,
            Optional<Boolean> inPost) {
        LocalDate today = Wales.today();
        var where = new Where();
        team.ifPresent(wanted -> where.and(
                "t.team = any(?)", (Object) structure.leadingTo(wanted, today).toArray(UUID[]::new)));
        base.ifPresent(wanted -> where.and("t.base = any(?)", (Object)
                structure.basesLeadingTo(wanted, today).toArray(UUID[]::new)));
        role.ifPresent(wanted -> where.and("t.role = ?", wanted));
        application.ifPresent(wanted -> where.and("t.application = ?", wanted));
        inPost.ifPresent(wanted ->
                where.and("? = (t.starts_on <= ? and (t.last_day is null or t.last_day >= ?))", wanted, today, today));
        return where;
    }

    private Uni<Page<DirectoryEntry>> entries(Where where, PageRequest page) {
        page.after().ifPresent(last -> where.and("(t.starts_on, t.worker) < (?, ?)", last.date(0), last.uuid(1)));
        return views.list(
                        DIRECTORY,
                        where + "order by t.starts_on desc, t.worker desc limit " + page.rows(),
                        where.values())
                .map(rows -> Page.of(rows, page, row -> List.of(row.startsOn(), row.worker())));
    }

    private Uni<Page<Listed>> opened(Page<DirectoryEntry> entries, Structure now) {
        var named = entries.items().stream()
                .filter(entry -> entry.name().isPresent())
                .map(DirectoryEntry::worker)
                .collect(Collectors.toSet());
        return keys.opener(named).map(opener -> entries.map(entry -> Listed.of(entry, opener, now, Wales.today())));
    }
}
