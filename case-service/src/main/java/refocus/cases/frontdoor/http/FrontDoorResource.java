package refocus.cases.frontdoor.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.TEAM_MANAGER;
import static refocus.cases.frontdoor.FrontDoorProjection.FRONT_DOOR;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.frontdoor.FrontDoorProjection;
import refocus.cases.frontdoor.ReferralEntry;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// Referrals, newest first.
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({DUTY, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class FrontDoorResource {

    record Listed(
            UUID id,
            List<UUID> children,
            String source,
            List<String> reasons,
            String urgency,
            LocalDate receivedOn,
            Optional<LocalDate> acknowledgedOn,
            Optional<LocalDate> triagedOn) {

        static Listed of(ReferralEntry entry, Set<UUID> seen) {
            return new Listed(
                    entry.referral(),
                    children(entry).stream().filter(seen::contains).toList(),
                    entry.source(),
                    List.of(entry.reasons().split(" ")),
                    entry.urgency(),
                    entry.receivedOn(),
                    entry.acknowledgedOn(),
                    entry.triagedOn());
        }

        static List<UUID> children(ReferralEntry entry) {
            return Stream.of(entry.children().split(" ")).map(UUID::fromString).toList();
        }
    }

    private final Views views;
    private final Freshness freshness;
    private final FrontDoorProjection frontDoor;
    private final Access access;

    FrontDoorResource(Views views, Freshness freshness, FrontDoorProjection frontDoor, Access access) {
        this.views = views;
        this.freshness = freshness;
        this.frontDoor = frontDoor;
        this.access = access;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("undecided") Optional<Boolean> undecided,
            @BeanParam PageRequest page,
            @BeanParam Caller caller,
            @BeanParam Purpose purpose) {
        var where = new Where();
        undecided.ifPresent(wanted -> where.and(wanted ? "t.triaged_on is null" : "t.triaged_on is not null"));
        page.after()
                .ifPresent(last -> where.and(
                        "(t.received_at, t.referral) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return freshness
                .of(frontDoor, caller)
                .chain(() -> access.hidden(caller, purpose))
                .invoke(hidden -> hidden.from(
                        where,
                        "exists (select from views.front_door_child c where c.referral = t.referral"
                                + " and not (c.child = any(?)))"))
                .chain(() -> views.list(
                        FRONT_DOOR,
                        where + "order by t.received_at desc, t.referral desc limit " + page.rows(),
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.receivedAt(), row.referral())))
                .flatMap(rows -> shown(rows, caller, purpose));
    }

    private Uni<Page<Listed>> shown(Page<ReferralEntry> rows, Caller caller, Purpose purpose) {
        List<UUID> entries = rows.items().stream()
                .flatMap(row -> Listed.children(row).stream())
                .toList();
        return access.list(entries, "referrals", caller, purpose)
                .map(seen -> rows.only(row -> Listed.children(row).stream().anyMatch(seen::contains))
                        .map(row -> Listed.of(row, seen)));
    }
}
