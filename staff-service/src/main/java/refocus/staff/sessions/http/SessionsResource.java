package refocus.staff.sessions.http;

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
import java.util.UUID;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Language;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.staff.Managers;
import refocus.staff.sessions.SessionsProjection;

/// Training sessions in the order they take place.
@Path("/v1/training-sessions")
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
class SessionsResource {

    private static final String ROWS = """
            select s.session, s.title_en, s.title_cy, s.topic, s.language, s.starts_at, s.minutes, s.places,
                   s.cancelled,
                   (select count(*) from views.sessions_place p
                    where p.session = s.session and p.standing <> 'WAITING') as taken,
                   (select count(*) from views.sessions_place p
                    where p.session = s.session and p.standing = 'WAITING') as waiting
            from views.sessions s
            """;

    record Row(
            UUID session,
            String titleEn,
            String titleCy,
            String topic,
            String language,
            Instant startsAt,
            Optional<Integer> minutes,
            Integer places,
            Boolean cancelled,
            Long taken,
            Long waiting) {}

    record Listed(
            UUID id,
            String title,
            String topic,
            String language,
            Instant startsAt,
            Optional<Integer> minutes,
            int places,
            long taken,
            long waiting,
            boolean cancelled) {

        static Listed of(Row row, Language language) {
            return new Listed(
                    row.session(),
                    language == Language.CY ? row.titleCy() : row.titleEn(),
                    row.topic(),
                    row.language(),
                    row.startsAt(),
                    row.minutes(),
                    row.places(),
                    row.taken(),
                    row.waiting(),
                    row.cancelled());
        }
    }

    private final Views views;
    private final SessionsProjection sessions;
    private final Freshness fresh;

    SessionsResource(Views views, SessionsProjection sessions, Freshness fresh) {
        this.views = views;
        this.sessions = sessions;
        this.fresh = fresh;
    }

    /// The page asked for.
    ///
    /// @param open whether only those to come are asked for that are not called off
    /// @param mine whether only those in which the caller has a place or waits for one
    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("open") Optional<Boolean> open,
            @QueryParam("mine") Optional<Boolean> mine,
            @QueryParam("topic") Optional<String> topic,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        var where = new Where();
        open.ifPresent(wanted -> where.and("? = (s.starts_at > now() and not s.cancelled)", wanted));
        if (mine.orElse(false)) {
            where.and(
                    "exists (select from views.sessions_place p where p.session = s.session and p.worker = ?)",
                    Managers.self(caller));
        }
        topic.ifPresent(wanted -> where.and("s.topic = ?", wanted));
        page.after()
                .ifPresent(last -> where.and(
                        "(s.starts_at, s.session) > (?, ?)", last.instant(0).atOffset(UTC), last.uuid(1)));
        return fresh.of(sessions, caller)
                .chain(() -> views.query(
                        ROWS + where + "order by s.starts_at, s.session limit " + page.rows(),
                        Row.class,
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.startsAt(), row.session()))
                        .map(row -> Listed.of(row, caller.language())));
    }
}
