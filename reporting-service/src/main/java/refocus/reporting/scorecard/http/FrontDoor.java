package refocus.reporting.scorecard.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/// The bare address leads to the dashboard.
@Path("/")
@PermitAll
class FrontDoor {

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<Void> home() {
        return RestResponse.seeOther(URI.create("/dashboard"));
    }
}
