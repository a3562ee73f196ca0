package refocus.recruitment.checks.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.checks.ChecksProjection.CANDIDATES;
import static refocus.recruitment.checks.ChecksProjection.CHECKS;

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
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.recruitment.Looks;
import refocus.recruitment.application.Checks.State;
import refocus.recruitment.checks.CheckEntry;
import refocus.recruitment.checks.CheckedApplication;
import refocus.recruitment.checks.ChecksProjection;

/// Checks, by application; those that lapse before a day, where one is named.
@Path("/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER, HEAD_OF_SERVICE})
class ChecksResource {

    record Listed(
            UUID application,
            String kind,
            String label,
            State state,
            Optional<LocalDate> issuedOn,
            Optional<LocalDate> validUntil,
            Optional<UUID> verifier) {}

    private final Views views;
    private final Freshness freshness;
    private final ChecksProjection checks;
    private final CodeSets codes;
    private final Looks looks;

    ChecksResource(Views views, Freshness freshness, ChecksProjection checks, CodeSets codes, Looks looks) {
        this.views = views;
        this.freshness = freshness;
        this.checks = checks;
        this.codes = codes;
        this.looks = looks;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("expiringBefore") Optional<LocalDate> expiringBefore,
            @QueryParam("state") Optional<State> state,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        var where = new Where();
        expiringBefore.ifPresent(day -> where.and("t.state = 'VERIFIED' and t.valid_until < ?", day));
        state.ifPresent(wanted -> where.and("t.state = ?", wanted.name()));
        page.after().ifPresent(last -> where.and("(t.application, t.kind) > (?, ?)", last.uuid(0), last.text(1)));
        String rest = where + "order by t.application, t.kind limit " + page.rows();
        Locale language = caller.language().locale();
        return freshness
                .of(checks, caller)
                .chain(() -> views.list(CHECKS, rest, where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.application(), row.kind())))
                .call(found -> seen(found.items(), caller))
                .map(found -> found.map(row -> shown(row, language)));
    }

    private Uni<Void> seen(List<CheckEntry> rows, Caller caller) {
        UUID[] applications =
                rows.stream().map(CheckEntry::application).distinct().toArray(UUID[]::new);
        return views.list(CANDIDATES, "where t.application = any($1)", (Object) applications)
                .map(whose -> whose.stream().map(CheckedApplication::candidate).collect(Collectors.toSet()))
                .chain(candidates -> looks.at(candidates, "checks", Looks.RECRUITMENT, caller));
    }

    private Listed shown(CheckEntry row, Locale language) {
        return new Listed(
                row.application(),
                row.kind(),
                codes.label("check-kind", row.kind(), language),
                row.state(),
                row.issuedOn(),
                row.validUntil(),
                row.verifier());
    }
}
