package refocus.staff.library.http;

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
import jakarta.validation.constraints.Size;
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
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Language;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.staff.library.LibraryProjection;

/// Resources that are not retired: those that fit best first, or the newest where no words are given.
@Path("/v1/resources")
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
class LibraryResource {

    /// The words as English, and as Welsh without accents.
    private static final String ASKED = """
            , lateral (select websearch_to_tsquery('english', $1) as en,
                 websearch_to_tsquery('simple',
                     translate(lower($1), 'âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ', 'aeiouwyaeiouwyaeiouwyaeiouwy')) as cy) q
            """;

    private static final String COLUMNS = "l.resource, l.title_en, l.title_cy, l.summary_en, l.summary_cy, l.link,"
            + " l.topics, l.owner, l.review_by, l.uses, l.ratings, l.stars";

    private static final String NEWEST =
            "select * from (select %s, (extract(epoch from l.published_at) * 1000000)::bigint as place"
                            .formatted(COLUMNS)
                    + " from views.library l where $1 = '' and not l.retired) t ";

    private static final String BEST =
            "select * from (select %s, (greatest(ts_rank(l.words_en, q.en), ts_rank(l.words_cy, q.cy))"
                            .formatted(COLUMNS)
                    + " * 1000000)::bigint as place from views.library l" + ASKED
                    + "where not l.retired and (l.words_en @@ q.en or l.words_cy @@ q.cy)) t ";

    /// A row of either question.
    ///
    /// @param place where it stands in the order: how well it fits, or when it was published
    record Row(
            UUID resource,
            String titleEn,
            String titleCy,
            String summaryEn,
            String summaryCy,
            Optional<String> link,
            String topics,
            UUID owner,
            Optional<LocalDate> reviewBy,
            Integer uses,
            Integer ratings,
            Integer stars,
            Long place) {}

    /// A resource in the reader's language.
    ///
    /// @param overdue whether the day it was to be reviewed by is over
    /// @param rating the mean of all stars given, 1 to 5
    record Listed(
            UUID id,
            String title,
            String summary,
            Optional<String> link,
            List<String> topics,
            UUID owner,
            Optional<LocalDate> reviewBy,
            boolean overdue,
            int uses,
            int ratings,
            Optional<Double> rating) {

        static Listed of(Row row, Language language, LocalDate today) {
            boolean welsh = language == Language.CY;
            return new Listed(
                    row.resource(),
                    welsh ? row.titleCy() : row.titleEn(),
                    welsh ? row.summaryCy() : row.summaryEn(),
                    row.link(),
                    row.topics().isEmpty() ? List.of() : List.of(row.topics().split(",", -1)),
                    row.owner(),
                    row.reviewBy(),
                    row.reviewBy().filter(today::isAfter).isPresent(),
                    row.uses(),
                    row.ratings(),
                    row.ratings() == 0 ? Optional.empty() : Optional.of(row.stars() / (double) row.ratings()));
        }
    }

    private final Views views;
    private final LibraryProjection library;
    private final Freshness fresh;

    LibraryResource(Views views, LibraryProjection library, Freshness fresh) {
        this.views = views;
        this.library = library;
        this.fresh = fresh;
    }

    /// The page asked for.
    ///
    /// @param q words in English or Welsh
    /// @param overdue whether only those are asked for that should have been reviewed, or only the others
    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("q") Optional<@Size(max = 200) String> q,
            @QueryParam("topic") Optional<String> topic,
            @QueryParam("overdue") Optional<Boolean> overdue,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        LocalDate today = Wales.today();
        String words = q.map(String::strip).orElse("");
        var where = new Where().and("?::text is not null", words);
        topic.ifPresent(wanted -> where.and("? = any(string_to_array(t.topics, ','))", wanted));
        overdue.ifPresent(wanted -> where.and("? = coalesce(t.review_by < ?, false)", wanted, today));
        page.after().ifPresent(last -> where.and("(t.place, t.resource) < (?, ?)", last.number(0), last.uuid(1)));
        return fresh.of(library, caller)
                .chain(() -> views.query(
                        (words.isEmpty() ? NEWEST : BEST)
                                + where
                                + "order by t.place desc, t.resource desc limit "
                                + page.rows(),
                        Row.class,
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.place(), row.resource()))
                        .map(row -> Listed.of(row, caller.language(), today)));
    }
}
