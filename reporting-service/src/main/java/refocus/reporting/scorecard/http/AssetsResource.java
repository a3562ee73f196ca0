package refocus.reporting.scorecard.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.eventsourcing.Unknown;

/// How the pages look. Open to all, and from our own origin.
@Path("/dashboard/assets")
@PermitAll
class AssetsResource {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";
    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#12385c"/>\
            <path d="M6 22L13 15L18 19L26 9" fill="none" stroke="#fff" stroke-width="3.5"/></svg>""";

    private final Stylesheet stylesheet;

    AssetsResource(Stylesheet stylesheet) {
        this.stylesheet = stylesheet;
    }

    @GET
    @Path("{digest}.css")
    @Produces("text/css")
    @Operation(hidden = true)
    public RestResponse<String> stylesheet(@PathParam("digest") String digest) {
        if (!digest.equals(stylesheet.digest())) {
            throw new Unknown("page");
        }
        return kept(stylesheet.text(), "text/css; charset=utf-8", FOR_GOOD);
    }

    @GET
    @Path("icon.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public RestResponse<String> icon() {
        return kept(ICON, "image/svg+xml", A_DAY);
    }

    private static RestResponse<String> kept(String text, String type, String how) {
        return ResponseBuilder.ok(text, type)
                .header(HttpHeaders.CACHE_CONTROL, how)
                .build();
    }
}
