package refocus.reporting.scorecard.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Where one comes out, signed out. Open to all.
@Path("/dashboard/signed-out")
@PermitAll
class SignedOutResource {

    private final Stylesheet stylesheet;

    SignedOutResource(Stylesheet stylesheet) {
        this.stylesheet = stylesheet;
    }

    /// The issuer sends its state back with the browser; there is nothing left that it would be compared with.
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> signedOut(
            @QueryParam("state") Optional<String> state, @BeanParam AskedPage asked, RoutingContext request) {
        return Templates.signedOut(Frame.around(request, stylesheet.address(), false))
                .createUni()
                .map(html ->
                        ResponseBuilder.ok(html, "text/html; charset=utf-8").build());
    }
}
