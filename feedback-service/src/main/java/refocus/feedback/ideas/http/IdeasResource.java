package refocus.feedback.ideas.http;

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
import static refocus.feedback.ideas.IdeasProjection.IDEAS;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
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
import refocus.feedback.ideas.IdeaEntry;
import refocus.feedback.ideas.IdeaEntry.Stage;
import refocus.feedback.ideas.IdeasProjection;

/// Ideas: those that wait for a decision by what they would do for children, others newest first.
@Path("/v1/ideas")
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
    HEAD_OF_SERVICE
})
class IdeasResource {

    record Listed(
            UUID id,
            Stage stage,
            Optional<String> title,
            UUID proposedBy,
            Instant proposedAt,
            int supporters,
            Optional<BigDecimal> needScore,
            Optional<BigDecimal> change) {}

    private final Views views;
    private final Freshness freshness;
    private final IdeasProjection ideas;
    private final SubjectKeys keys;

    IdeasResource(Views views, Freshness freshness, IdeasProjection ideas, SubjectKeys keys) {
        this.views = views;
        this.freshness = freshness;
        this.ideas = ideas;
        this.keys = keys;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("stage") Optional<Stage> stage, @BeanParam PageRequest page, @BeanParam Caller caller) {
        boolean byNeed = stage.filter(Stage.SUBMITTED::equals).isPresent();
        var where = new Where();
        stage.ifPresent(wanted -> where.and("t.stage = ?", wanted.name()));
        page.after()
                .ifPresent(last -> where.and(
                        byNeed
                                ? "(t.need_score, t.idea) < (?::text::numeric, ?)"
                                : "(t.proposed_at, t.idea) < (?::text::timestamptz, ?)",
                        last.text(0),
                        last.uuid(1)));
        String order = byNeed ? "order by t.need_score desc, t.idea desc" : "order by t.proposed_at desc, t.idea desc";
        return freshness
                .of(ideas, caller)
                .chain(() -> views.list(IDEAS, "%s%s limit %d".formatted(where, order, page.rows()), where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(byNeed ? score(row) : row.proposedAt(), row.idea())))
                .chain(this::opened);
    }

    private static BigDecimal score(IdeaEntry row) {
        return row.needScore().orElse(BigDecimal.ZERO);
    }

    private Uni<Page<Listed>> opened(Page<IdeaEntry> page) {
        var proposers = page.items().stream().map(IdeaEntry::proposedBy).collect(Collectors.toUnmodifiableSet());
        return keys.opener(proposers).map(opener -> page.map(row -> shown(row, opener)));
    }

    private static Listed shown(IdeaEntry row, Opener opener) {
        return new Listed(
                row.idea(),
                row.stage(),
                opener.open(row.title()).text(),
                row.proposedBy(),
                row.proposedAt(),
                row.supporters(),
                row.needScore(),
                row.change());
    }
}
