package refocus.reporting.scorecard.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What a browser may do with a page: show it, with our stylesheet, and nothing else. There is no script at all.
@Singleton
class PageHeaders {

    private final String policy;

    PageHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
        // A form that is sent after the session has ended leads to the issuer, and a browser counts that as its action.
        this.policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self' %s; frame-ancestors 'none'"
                        .formatted(origin(issuer));
    }

    @ServerResponseFilter
    public void protect(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith("/dashboard")) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", policy);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "same-origin");
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static String origin(URI address) {
        return "%s://%s".formatted(address.getScheme(), address.getAuthority());
    }
}
