package refocus.eventsourcing.http;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a browser may do with a reply: show it to whoever asked, and nothing else. A page says what more it needs.
///
/// On every reply, refusals and health included: what is not said once for all is forgotten somewhere.
final class Precautions {

    /// Nobody keeps a reply, unless the reply says who may and for how long.
    private static final Map<CharSequence, CharSequence> ALWAYS = Stream.of(
                    List.of(HttpHeaders.CACHE_CONTROL, "no-store"),
                    List.of(
                            "Content-Security-Policy",
                            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
                    List.of("X-Content-Type-Options", "nosniff"),
                    List.of("X-Frame-Options", "DENY"),
                    List.of("Referrer-Policy", "no-referrer"),
                    List.of(
                            "Permissions-Policy",
                            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
                    List.of("Cross-Origin-Opener-Policy", "same-origin"),
                    List.of("Cross-Origin-Resource-Policy", "same-origin"))
            .collect(Collectors.toUnmodifiableMap(
                    header -> createOptimized(header.getFirst()), header -> createOptimized(header.getLast())));

    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";
    private static final int BEFORE_ALL = 1100;

    void onEveryReply(@Observes Filters filters) {
        filters.register(
                request -> {
                    // At the end, for a resource adds what it says to what stands there.
                    request.addHeadersEndHandler(_ -> protect(request));
                    request.next();
                },
                BEFORE_ALL);
    }

    private static void protect(RoutingContext request) {
        MultiMap headers = request.response().headers();
        ALWAYS.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
        if (isEncrypted(request)) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
    }

    /// By us, or by a proxy in front of us that we were told to believe.
    private static boolean isEncrypted(RoutingContext request) {
        return "https".equals(request.request().scheme());
    }
}
