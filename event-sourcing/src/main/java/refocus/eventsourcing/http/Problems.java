package refocus.eventsourcing.http;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.VersionConflict;
import refocus.eventsourcing.log.Unavailable;
import refocus.eventsourcing.projection.NotYet;

/// Every error in one shape.
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /// The codes of what the framework refuses by itself.
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed",
            401, "not-authenticated",
            403, "not-allowed",
            404, "unknown",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            429, "too-many-requests",
            503, "unavailable");

    @ServerExceptionMapper
    public RestResponse<String> refused(Refused refused, RoutingContext request) {
        return Problem.of(request, refused.isForAnyone() ? 409 : 403, refused.code(), refused.facts())
                .telling(refused.members())
                .reply();
    }

    @ServerExceptionMapper
    public RestResponse<String> impossible(Impossible impossible, RoutingContext request) {
        return tell(impossible, request);
    }

    @ServerExceptionMapper
    public RestResponse<String> unknown(Unknown unknown, RoutingContext request) {
        return problem(404, request);
    }

    @ServerExceptionMapper
    public RestResponse<String> conflict(VersionConflict conflict, RoutingContext request) {
        return conflict.seen()
                ? Problem.of(request, 412, "stale").reply()
                : notNow(new NotNow("busy", Duration.ofSeconds(1)), request);
    }

    @ServerExceptionMapper
    public RestResponse<String> needed(IfMatchNeeded needed, RoutingContext request) {
        return Problem.of(request, 428, "if-match-needed").reply();
    }

    @ServerExceptionMapper
    public RestResponse<String> malformed(Malformed malformed, RoutingContext request) {
        return tell(malformed, request);
    }

    @ServerExceptionMapper
    public RestResponse<String> oversized(Body.Oversized oversized, RoutingContext request) {
        return problem(413, request);
    }

    @ServerExceptionMapper
    public RestResponse<String> notNow(NotNow notNow, RoutingContext request) {
        return Problem.of(request, 503, notNow.code())
                .replyWith(
                        HttpHeaders.RETRY_AFTER, Math.max(1, notNow.retryAfter().toSeconds()));
    }

    @ServerExceptionMapper
    public RestResponse<String> notYet(NotYet notYet, RoutingContext request) {
        return notNow(new NotNow(notYet.parked() ? "view-parked" : "view-behind", Duration.ofSeconds(1)), request);
    }

    /// The append's reply was lost: it may have taken effect.
    @ServerExceptionMapper
    public RestResponse<String> unavailable(Unavailable unavailable, RoutingContext request) {
        return notNow(new NotNow("outcome-unknown", Duration.ofSeconds(2)), request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<String> notAuthenticated(Exception refused, RoutingContext request) {
        return Problem.of(request, 401, "not-authenticated").replyWith(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @ServerExceptionMapper
    public RestResponse<String> notAllowed(ForbiddenException forbidden, RoutingContext request) {
        return problem(403, request);
    }

    /// What the framework refuses by itself.
    @ServerExceptionMapper
    public RestResponse<String> framework(WebApplicationException refused, RoutingContext request) {
        int status = refused.getResponse().getStatus();
        return switch (refused.getCause()) {
            case Malformed malformed -> tell(malformed, request);
            case JacksonException unreadable -> Unreadable.reply(unreadable, request);
            // A parameter of another kind. In the path it names nothing; in the query it is a mistake.
            case Throwable _
            when status == 404 && request.request().query() != null ->
                Problem.of(request, 400, "malformed-parameter").reply();
            // While it took the parameters apart, our own code failed.
            case Throwable ours when refused.getClass() == WebApplicationException.class -> unexpected(ours, request);
            case null, default -> CODES.containsKey(status) ? problem(status, request) : unexpected(refused, request);
        };
    }

    @ServerExceptionMapper
    public RestResponse<String> unexpected(Throwable failure, RoutingContext request) {
        if (Outage.isBehind(failure)) {
            LOG.warnf("request %s cannot be answered now: %s", Correlation.of(request), Outage.places(failure));
            return notNow(new NotNow("unavailable", Duration.ofSeconds(2)), request);
        }
        // Messages may quote what was sent, so the log names places only; the whole is for debugging.
        LOG.errorf("request %s failed: %s", Correlation.of(request), Outage.places(failure));
        LOG.debug("in full", failure);
        return Problem.of(request, 500, "internal").reply();
    }

    static RestResponse<String> tell(Impossible impossible, RoutingContext request) {
        return Problem.of(request, 422, impossible.code(), impossible.facts())
                .at(impossible.field())
                .reply();
    }

    private static RestResponse<String> tell(Malformed malformed, RoutingContext request) {
        return Problem.of(request, 400, malformed.code()).at(malformed.field()).reply();
    }

    private static RestResponse<String> problem(int status, RoutingContext request) {
        return Problem.of(request, status, CODES.getOrDefault(status, "malformed"))
                .reply();
    }
}
