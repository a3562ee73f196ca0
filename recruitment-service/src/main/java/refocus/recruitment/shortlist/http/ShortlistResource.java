package refocus.recruitment.shortlist.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.PANEL_MEMBER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;
import static refocus.recruitment.shortlist.ShortlistProjection.SHORTLIST;

import io.smallrye.mutiny.Multi;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.recruitment.Looks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.ApplicationStatus;
import refocus.recruitment.application.http.Applications;
import refocus.recruitment.application.http.Reader;
import refocus.recruitment.scorecard.http.Scorecard;
import refocus.recruitment.shortlist.ShortlistEntry;
import refocus.recruitment.shortlist.ShortlistProjection;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;

/// A vacancy's applications, in the order they were begun: as a list, and as scorecards side by side.
@Path("/v1/vacancies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, PANEL_MEMBER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class ShortlistResource {

    private static final Set<ApplicationStatus> IN_SIFT =
            Set.of(ApplicationStatus.STARTED, ApplicationStatus.SUBMITTED);

    /// An application in the list.
    ///
    /// @param candidate hidden from the panel until the sift is decided
    record Listed(
            UUID id,
            Optional<UUID> candidate,
            ApplicationStatus status,
            LocalDate startedOn,
            Optional<LocalDate> submittedOn,
            boolean late,
            Optional<Instant> interviewAt,
            Optional<LocalDate> startsOn) {

        static Listed of(ShortlistEntry row, Reader reader) {
            boolean hidden = IN_SIFT.contains(row.status()) && !reader.runsRecruitment();
            return new Listed(
                    row.application(),
                    Optional.of(row.candidate()).filter(_ -> !hidden),
                    row.status(),
                    row.startedOn(),
                    row.submittedOn(),
                    row.late(),
                    row.interviewAt(),
                    row.startsOn());
        }
    }

    private final Applications applications;
    private final Views views;
    private final Freshness freshness;
    private final ShortlistProjection shortlist;
    private final SubjectKeys keys;
    private final Looks looks;

    ShortlistResource(
            Applications applications,
            Views views,
            Freshness freshness,
            ShortlistProjection shortlist,
            SubjectKeys keys,
            Looks looks) {
        this.applications = applications;
        this.views = views;
        this.freshness = freshness;
        this.shortlist = shortlist;
        this.keys = keys;
        this.looks = looks;
    }

    @GET
    @Path("applications")
    public Uni<Page<Listed>> list(
            @PathParam("id") UUID vacancy,
            @QueryParam("status") Optional<ApplicationStatus> status,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        Reader reader = Reader.of(caller);
        var where = new Where().and("t.vacancy = ?", vacancy);
        status.ifPresent(wanted -> where.and("t.status = ?", wanted.name()));
        return terms(vacancy, reader)
                .chain(terms ->
                        page(where, page, caller).call(rows -> seen(rows.items(), "shortlist", terms, reader, caller)))
                .map(rows -> rows.map(row -> Listed.of(row, reader)));
    }

    @GET
    @Path("comparison")
    public Uni<Page<Scorecard>> compare(
            @PathParam("id") UUID vacancy, @BeanParam PageRequest page, @BeanParam Caller caller) {
        Reader reader = Reader.of(caller);
        var where = new Where().and("t.vacancy = ?", vacancy).and("t.status <> 'STARTED'");
        return terms(vacancy, reader)
                .chain(terms -> page(where, page, caller)
                        .call(rows -> seen(rows.items(), "comparison", terms, reader, caller))
                        .chain(rows ->
                                cards(rows.items(), terms, reader).map(cards -> new Page<>(cards, rows.next()))));
    }

    private Uni<Void> seen(List<ShortlistEntry> rows, String what, Terms terms, Reader reader, Caller caller) {
        var candidates = rows.stream().map(ShortlistEntry::candidate).collect(Collectors.toSet());
        return looks.at(candidates, what, reader.basis(terms), caller);
    }

    private Uni<Terms> terms(UUID vacancy, Reader reader) {
        return applications.vacancy(vacancy).map(Vacancy::terms).map(reader::mustSee);
    }

    private Uni<Page<ShortlistEntry>> page(Where where, PageRequest page, Caller caller) {
        page.after().ifPresent(last -> where.and("(t.started_on, t.application) > (?, ?)", last.date(0), last.uuid(1)));
        String rest = where + "order by t.started_on, t.application limit " + page.rows();
        return freshness
                .of(shortlist, caller)
                .chain(() -> views.list(SHORTLIST, rest, where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.startedOn(), row.application())));
    }

    private Uni<List<Scorecard>> cards(List<ShortlistEntry> rows, Terms terms, Reader reader) {
        var subjects = rows.stream().map(ShortlistEntry::candidate).collect(Collectors.toSet());
        return keys.opener(subjects)
                .chain(opener -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> applications.read(row.application()))
                        .filter(current -> reader.sees(current.state(), terms))
                        .map(current -> card(current, terms, reader, opener))
                        .collect()
                        .asList());
    }

    private static Scorecard card(Current<Application> current, Terms terms, Reader reader, Opener opener) {
        UUID id = current.stream().id();
        return Scorecard.of(id, Application.onFile(current.state()), terms, reader, opener, Wales.today());
    }
}
