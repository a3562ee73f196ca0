package refocus.reporting.scorecard.http;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Malformed;
import refocus.eventsourcing.http.NotNow;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.http.Wording;
import refocus.eventsourcing.projection.NotYet;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.catalogue.Words;
import refocus.reporting.catalogue.http.Answer;
import refocus.reporting.catalogue.http.Answers;
import refocus.reporting.figures.Question;
import refocus.reporting.scorecard.Headlines;

/// The dashboard: pages for people. What is refused is a page too, in the reader's language.
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    "analyst",
    "team-manager",
    "service-manager",
    "head-of-service",
    "reviewing-officer",
    "practitioner",
    "senior-practitioner",
    "support-worker",
    "personal-adviser",
    "duty",
    "hr-officer",
    "recruiter",
    "barrier-owner"
})
class DashboardResource {

    private static final String HTML = "text/html; charset=utf-8";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Reports reports;
    private final Answers answers;
    private final Scorecards scorecards;
    private final Headlines headlines;
    private final Stylesheet stylesheet;

    DashboardResource(
            Reports reports, Answers answers, Scorecards scorecards, Headlines headlines, Stylesheet stylesheet) {
        this.reports = reports;
        this.answers = answers;
        this.scorecards = scorecards;
        this.headlines = headlines;
        this.stylesheet = stylesheet;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> scorecard(
            @BeanParam AskedPage asked, @BeanParam Caller caller, RoutingContext request) {
        Frame frame = frame(request);
        var today = AskedPage.today();
        return scorecards
                .of(asked.question(today), caller)
                .map(card -> ScorecardPage.of(card, headlines, frame, caller, today))
                .chain(page -> page(200, frame, Templates.scorecard(frame, page)));
    }

    @GET
    @Path("definitions")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> definitions(@BeanParam AskedPage asked, RoutingContext request) {
        Frame frame = frame(request);
        return page(200, frame, Templates.definitions(frame, DefinitionsPage.of(reports, Words.in(frame.language()))));
    }

    /// Whatever a browser says it accepts: a link cannot ask for CSV.
    @GET
    @Path("reports/{name}.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> csv(
            @PathParam("name") String name, @BeanParam AskedPage asked, @BeanParam Caller caller) {
        Question question = asked.question(AskedPage.today());
        String file = "%s_%s_%s.csv"
                .formatted(name, question.period().from(), question.period().to());
        return answers.to(reports.named(name), question, caller)
                .map(answer -> ResponseBuilder.ok(answer.csv(), Answer.CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file))
                        .build());
    }

    @GET
    @Path("reports/{name}/events")
    @RolesAllowed({"analyst", "team-manager", "service-manager", "head-of-service"})
    @Operation(hidden = true)
    public Uni<RestResponse<String>> events(
            @PathParam("name") String name,
            @BeanParam AskedPage asked,
            @BeanParam PageRequest pages,
            @BeanParam Caller caller,
            RoutingContext request) {
        Frame frame = frame(request);
        var report = reports.named(name);
        Question question = asked.whole(AskedPage.today());
        return answers.behind(report, question, pages, caller)
                .map(events -> EventsPage.of(report, question.period(), events, frame))
                .chain(page -> page(200, frame, Templates.events(frame, page)));
    }

    /// An address of no page is told on a page.
    @GET
    @Path("{rest: .+}")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> nowhere(
            @PathParam("rest") String rest, @BeanParam AskedPage asked, RoutingContext request) {
        return unknown(new Unknown("page"), request);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> malformed(Malformed malformed, RoutingContext request) {
        return problem(400, malformed.code(), List.of(), request);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> impossible(Impossible impossible, RoutingContext request) {
        return problem(422, impossible.code(), impossible.facts(), request);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> unknown(Unknown unknown, RoutingContext request) {
        return problem(404, "unknown", List.of(), request);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> notAllowed(ForbiddenException forbidden, RoutingContext request) {
        return problem(403, "not-allowed", List.of(), request);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> notNow(NotNow notNow, RoutingContext request) {
        return problem(503, notNow.code(), List.of(), request);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> notYet(NotYet notYet, RoutingContext request) {
        return notNow(new NotNow(notYet.parked() ? "view-parked" : "view-behind", A_MOMENT), request);
    }

    private Uni<RestResponse<String>> problem(int status, String code, List<Object> facts, RoutingContext request) {
        Frame frame = frame(request);
        return page(status, frame, Templates.problem(frame, Wording.of(code, frame.language(), facts), status));
    }

    private Frame frame(RoutingContext request) {
        return Frame.around(request, stylesheet.address(), request.request().getCookie("q_session_dashboard") != null);
    }

    private static Uni<RestResponse<String>> page(int status, Frame frame, TemplateInstance template) {
        return template.createUni()
                .map(html -> ResponseBuilder.<String>create(status)
                        .entity(html)
                        .header(HttpHeaders.CONTENT_TYPE, HTML)
                        .header(HttpHeaders.CONTENT_LANGUAGE, frame.tag())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .build());
    }
}
