package refocus.cases.chronology.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.TEAM_MANAGER;
import static refocus.cases.chronology.ChronologyProjection.CHRONOLOGY;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildEvent;
import refocus.cases.chronology.ChronologyEntry;
import refocus.cases.chronology.ChronologyEntry.Significance;
import refocus.cases.chronology.ChronologyProjection;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// A child's story, newest first.
@Path("/v1/children/{id}/chronology")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({DUTY, PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class ChronologyResource {

    record Shown(
            UUID id,
            String kind,
            String label,
            Significance significance,
            LocalDate on,
            Instant occurredAt,
            Instant recordedAt,
            String stream,
            String actor,
            List<String> codes,
            Optional<String> text,
            Optional<String> childView,
            Optional<String> outsideRule) {}

    private record Shared(UUID event) {}

    private static final String SHARED =
            "select distinct event from views.chronology where event = any($1) and child = any($2)";

    private final Views views;
    private final Freshness freshness;
    private final ChronologyProjection chronology;
    private final Desk<ChildCommand, ChildEvent, Child> children;
    private final Access access;
    private final SubjectKeys keys;
    private final CodeSets codes;

    ChronologyResource(
            Views views,
            Freshness freshness,
            ChronologyProjection chronology,
            Desks desks,
            Access access,
            SubjectKeys keys,
            CodeSets codes) {
        this.views = views;
        this.freshness = freshness;
        this.chronology = chronology;
        this.children = desks.of(Child.TYPE);
        this.access = access;
        this.keys = keys;
        this.codes = codes;
    }

    @GET
    public Uni<Page<Shown>> read(
            @PathParam("id") UUID id,
            @QueryParam("significance") Optional<Significance> significance,
            @BeanParam PageRequest page,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        var where = new Where().and("t.child = ?", id);
        significance.ifPresent(wanted -> where.and("t.significance = ?", wanted.name()));
        page.after()
                .ifPresent(last ->
                        where.and("(t.occurred_at, t.event) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return children.read(id)
                .chain(() -> access.mustSeeAny(List.of(id), "chronology", caller, purpose))
                .flatMap(seen -> freshness
                        .of(chronology, caller)
                        .chain(() -> views.list(
                                CHRONOLOGY,
                                where + "order by t.occurred_at desc, t.event desc limit " + page.rows(),
                                where.values()))
                        .map(rows -> Page.of(rows, page, row -> List.of(row.occurredAt(), row.event())))
                        .flatMap(rows -> withheld(rows, caller, purpose)
                                .call(() -> access.record(
                                        seen,
                                        "chronology",
                                        Map.of(id, rows.items().size()),
                                        caller,
                                        purpose))
                                .flatMap(withheld -> opened(id, rows, withheld, caller))));
    }

    /// The events that a child hidden from the reader is in too: what was said of both at once is not shown.
    private Uni<Set<UUID>> withheld(Page<ChronologyEntry> rows, Caller caller, Purpose purpose) {
        UUID[] events = rows.items().stream().map(ChronologyEntry::event).toArray(UUID[]::new);
        return access.hidden(caller, purpose)
                .flatMap(hidden -> hidden.isNobody()
                        ? Uni.createFrom().item(Set.of())
                        : views.query(
                                        SHARED,
                                        Shared.class,
                                        events,
                                        hidden.children().toArray(UUID[]::new))
                                .map(found -> found.stream().map(Shared::event).collect(Collectors.toSet())));
    }

    private Uni<Page<Shown>> opened(UUID id, Page<ChronologyEntry> rows, Set<UUID> withheld, Caller caller) {
        Set<UUID> subjects = rows.items().stream()
                .flatMap(row -> Stream.of(row.text(), row.childView()))
                .flatMap(Optional::stream)
                .map(Sealed::subject)
                .collect(Collectors.toSet());
        return keys.isErased(id)
                // What was said of several children is read in the stories of those who are left.
                .chain(erased -> erased ? Uni.createFrom().item(Opener.ofErased()) : keys.opener(subjects))
                .map(opener -> rows.map(row -> shown(row, withheld.contains(row.event()), opener, caller)));
    }

    private Shown shown(ChronologyEntry row, boolean withheld, Opener opener, Caller caller) {
        return new Shown(
                row.event(),
                row.kind(),
                codes.label("chronology-kind", row.kind(), caller.language().locale()),
                row.significance(),
                row.day(),
                row.occurredAt(),
                row.recordedAt(),
                row.stream(),
                row.actor(),
                Stream.of(row.codes().split(" "))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                withheld ? Optional.empty() : opener.text(row.text()),
                opener.text(row.childView()),
                row.outsideRule());
    }
}
