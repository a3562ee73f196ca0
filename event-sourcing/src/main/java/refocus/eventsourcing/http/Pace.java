package refocus.eventsourcing.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How fast anyone may ask: each address before it is known who asks, and each caller once that is known. More is
/// answered 429, with when to come back.
///
/// An address may stand for a whole council, so it may ask for much more than one caller. Both are off where their
/// pace is 0, which is so everywhere but in production. Buckets are one instance's own: two instances allow twice as
/// much.
@Singleton
class Pace {

    private static final String TOO_MANY = "too-many-requests";
    private static final int AFTER_CORRELATION = 950;

    private final Optional<Allowance> addresses;
    private final Optional<Allowance> callers;

    @Inject
    Pace(
            @ConfigProperty(name = "refocus.pace.address.per-second", defaultValue = "0") double perAddress,
            @ConfigProperty(name = "refocus.pace.address.at-once", defaultValue = "0") double perAddressAtOnce,
            @ConfigProperty(name = "refocus.pace.caller.per-second", defaultValue = "0") double perCaller,
            @ConfigProperty(name = "refocus.pace.caller.at-once", defaultValue = "0") double perCallerAtOnce) {
        this.addresses = allowance(perAddress, perAddressAtOnce);
        this.callers = allowance(perCaller, perCallerAtOnce);
    }

    void ofAddresses(@Observes Filters filters) {
        addresses.ifPresent(allowance -> filters.register(
                request -> allowance
                        .exceededBy(address(request))
                        .ifPresentOrElse(wait -> tooMany(request, wait), request::next),
                AFTER_CORRELATION));
    }

    @ServerRequestFilter
    public Optional<RestResponse<String>> ofCallers(RoutingContext request) {
        return callers.flatMap(allowance -> caller(request).flatMap(allowance::exceededBy))
                .map(wait -> Problem.of(request, 429, TOO_MANY).replyWith(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    }

    private static void tooMany(RoutingContext request, Duration wait) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        Problem.of(request, 429, TOO_MANY).send(request);
    }

    private static String address(RoutingContext request) {
        SocketAddress from = request.request().remoteAddress();
        return from == null ? "" : String.valueOf(from.hostAddress());
    }

    /// Known by now, except where nobody is asked who they are.
    private static Optional<String> caller(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                ? Optional.of(Bearer.of(user.getSecurityIdentity()))
                        .filter(bearer -> bearer.account().isPresent())
                        .map(bearer -> "%s|%s|%s"
                                .formatted(
                                        bearer.client().orElse(""),
                                        bearer.account().orElse(""),
                                        bearer.worker().orElse("")))
                : Optional.empty();
    }

    private static Optional<Allowance> allowance(double perSecond, double atOnce) {
        return perSecond > 0
                ? Optional.of(new Allowance(perSecond, Math.max(1, atOnce), System::nanoTime))
                : Optional.empty();
    }
}
