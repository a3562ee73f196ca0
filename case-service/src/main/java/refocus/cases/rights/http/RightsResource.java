package refocus.cases.rights.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;
import static refocus.cases.rights.RightsProjection.RIGHTS;

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
import refocus.cases.decision.Level;
import refocus.cases.rights.RightEntry;
import refocus.cases.rights.RightsProjection;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// The rights in force on a day, today's unless it is said.
@Path("/v1/decision-rights")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class RightsResource {

    /// @param levelLabel what the lowest level is called
    /// @param conditions in the reader's language
    record Listed(
            String kind,
            String label,
            String tier,
            int version,
            int lowestLevel,
            String levelLabel,
            Optional<String> conditions,
            LocalDate validFrom,
            Optional<LocalDate> validTo) {}

    private final Views views;
    private final Freshness freshness;
    private final RightsProjection rights;
    private final CodeSets codes;

    RightsResource(Views views, Freshness freshness, RightsProjection rights, CodeSets codes) {
        this.views = views;
        this.freshness = freshness;
        this.rights = rights;
        this.codes = codes;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("on") Optional<LocalDate> on, @BeanParam PageRequest page, @BeanParam Caller caller) {
        LocalDate day = on.orElseGet(Wales::today);
        var where = new Where().and("t.valid_from <= ? and (t.valid_to is null or t.valid_to > ?)", day, day);
        page.after().ifPresent(last -> where.and("(t.kind, t.tier) > (?, ?)", last.text(0), last.text(1)));
        return freshness
                .of(rights, caller)
                .chain(() -> views.list(RIGHTS, where + "order by t.kind, t.tier limit " + page.rows(), where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.kind(), row.tier()))
                        .map(row -> shown(row, caller.language().locale())));
    }

    private Listed shown(RightEntry row, Locale language) {
        return new Listed(
                row.kind(),
                codes.label("decision-kind", row.kind(), language),
                row.tier(),
                row.version(),
                row.lowestLevel(),
                codes.label("decision-level", Level.code(row.lowestLevel()), language),
                language.getLanguage().equals("cy") ? row.conditionsCy() : row.conditionsEn(),
                row.validFrom(),
                row.validTo());
    }
}
