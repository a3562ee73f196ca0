package refocus.recruitment.vacancies.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.PANEL_MEMBER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;
import static refocus.recruitment.vacancies.VacanciesProjection.VACANCIES;

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
import refocus.recruitment.vacancies.VacanciesProjection;
import refocus.recruitment.vacancies.VacancyEntry;
import refocus.recruitment.vacancies.VacancyEntry.Status;
import refocus.recruitment.vacancy.Bilingual;

/// Vacancies, newest first.
@Path("/v1/vacancies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, PANEL_MEMBER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class VacanciesResource {

    record Listed(
            UUID id,
            Bilingual post,
            String role,
            BigDecimal fte,
            String reason,
            Status status,
            LocalDate raisedOn,
            Optional<Instant> closesAt,
            Optional<UUID> filledBy) {

        static Listed of(VacancyEntry row) {
            return new Listed(
                    row.vacancy(),
                    new Bilingual(row.postEn(), row.postCy()),
                    row.role(),
                    row.fte(),
                    row.reason(),
                    row.status(),
                    row.raisedOn(),
                    row.closesAt(),
                    row.filledBy());
        }
    }

    private final Views views;
    private final Freshness freshness;
    private final VacanciesProjection vacancies;

    VacanciesResource(Views views, Freshness freshness, VacanciesProjection vacancies) {
        this.views = views;
        this.freshness = freshness;
        this.vacancies = vacancies;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("status") Optional<Status> status, @BeanParam PageRequest page, @BeanParam Caller caller) {
        var where = new Where();
        status.ifPresent(wanted -> where.and("t.status = ?", wanted.name()));
        page.after().ifPresent(last -> where.and("(t.raised_on, t.vacancy) < (?, ?)", last.date(0), last.uuid(1)));
        String rest = where + "order by t.raised_on desc, t.vacancy desc limit " + page.rows();
        return freshness
                .of(vacancies, caller)
                .chain(() -> views.list(VACANCIES, rest, where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.raisedOn(), row.vacancy()))
                        .map(Listed::of));
    }
}
