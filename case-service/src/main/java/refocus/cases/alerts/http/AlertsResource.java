package refocus.cases.alerts.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.TEAM_MANAGER;
import static refocus.cases.alerts.AlertsProjection.ALERTS;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.cases.access.http.Access;
import refocus.cases.alerts.AlertEntry;
import refocus.cases.alerts.AlertEntry.Kind;
import refocus.cases.alerts.AlertsProjection;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// What managers are told of access, newest first: those who keep restrictions of every child, team managers of those
/// whose records they see, and nobody of a child they were declared near.
@Path("/v1/access-alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class AlertsResource {

    /// @param label the kind in the reader's language
    /// @param reviewed whether there is nothing left to do: only broken glass is reviewed
    record Listed(
            UUID id,
            Kind kind,
            String label,
            UUID child,
            Instant raisedAt,
            Optional<UUID> worker,
            Optional<UUID> other,
            Optional<String> reason,
            Optional<String> explanation,
            boolean reviewed,
            Optional<String> outcome) {}

    private final Views views;
    private final Freshness freshness;
    private final AlertsProjection alerts;
    private final Access access;
    private final SubjectKeys keys;
    private final CodeSets codes;

    AlertsResource(
            Views views,
            Freshness freshness,
            AlertsProjection alerts,
            Access access,
            SubjectKeys keys,
            CodeSets codes) {
        this.views = views;
        this.freshness = freshness;
        this.alerts = alerts;
        this.access = access;
        this.keys = keys;
        this.codes = codes;
    }

    /// The alerts that the caller may see.
    ///
    /// @param kind of those only
    /// @param unreviewed broken glass that waits for a manager, or all but that
    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("kind") Optional<Kind> kind,
            @QueryParam("unreviewed") Optional<Boolean> unreviewed,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        var where = new Where();
        kind.ifPresent(wanted -> where.and("t.kind = ?", wanted.name()));
        unreviewed.ifPresent(wanted -> where.and("? = (t.kind = 'GLASS_BROKEN' and t.outcome is null)", wanted));
        page.after()
                .ifPresent(last ->
                        where.and("(t.raised_at, t.alert) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return freshness
                .of(alerts, caller)
                .chain(() -> access.withheldAlerts(caller))
                .invoke(withheld -> withheld.from(where, "not (t.child = any(?))"))
                .chain(() -> views.list(
                        ALERTS, where + "order by t.raised_at desc, t.alert desc limit " + page.rows(), where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.raisedAt(), row.alert())))
                .flatMap(rows -> opened(rows, caller));
    }

    private Uni<Page<Listed>> opened(Page<AlertEntry> rows, Caller caller) {
        Set<UUID> children = rows.items().stream().map(AlertEntry::child).collect(Collectors.toSet());
        List<UUID> entries = rows.items().stream().map(AlertEntry::child).toList();
        return keys.opener(children)
                .call(() -> access.audited(entries, "access-alerts", caller))
                .map(opener -> rows.map(row -> shown(row, opener, caller)));
    }

    private Listed shown(AlertEntry row, Opener opener, Caller caller) {
        return new Listed(
                row.alert(),
                row.kind(),
                codes.label("access-alert", row.kind().name(), caller.language().locale()),
                row.child(),
                row.raisedAt(),
                row.worker(),
                row.other(),
                row.reason(),
                opener.text(row.words()),
                row.kind() != Kind.GLASS_BROKEN || row.outcome().isPresent(),
                row.outcome());
    }
}
