package refocus.feedback.surveys.http;

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
import static refocus.feedback.surveys.SurveysProjection.SURVEYS;

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
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.feedback.surveys.SurveyEntry;
import refocus.feedback.surveys.SurveyEntry.State;
import refocus.feedback.surveys.SurveysProjection;

/// Surveys, newest first.
@Path("/v1/surveys")
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
class SurveysResource {

    record Listed(UUID id, State status, String title, Optional<LocalDate> openedOn, Optional<LocalDate> closesOn) {}

    private final Views views;
    private final Freshness freshness;
    private final SurveysProjection surveys;

    SurveysResource(Views views, Freshness freshness, SurveysProjection surveys) {
        this.views = views;
        this.freshness = freshness;
        this.surveys = surveys;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("status") Optional<State> status, @BeanParam PageRequest page, @BeanParam Caller caller) {
        var where = new Where();
        status.ifPresent(wanted -> where.and("t.state = ?", wanted.name()));
        page.after()
                .ifPresent(last ->
                        where.and("(t.designed_at, t.survey) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        boolean welsh = caller.language().locale().getLanguage().equals("cy");
        return freshness
                .of(surveys, caller)
                .chain(() -> views.list(
                        SURVEYS,
                        where + "order by t.designed_at desc, t.survey desc limit " + page.rows(),
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.designedAt(), row.survey()))
                        .map(row -> shown(row, welsh)));
    }

    private static Listed shown(SurveyEntry row, boolean welsh) {
        return new Listed(
                row.survey(), row.state(), welsh ? row.titleCy() : row.titleEn(), row.openedOn(), row.closesOn());
    }
}
