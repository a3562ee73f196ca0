package refocus.eventsourcing.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import refocus.eventsourcing.Unknown;

/// What an event's `ce_dataschema` leads to: the JSON Schema of one type and version. Open to all.
@Path("/schemas/refocus.{service:[a-z]+}.{name:[a-z0-9-]+}/{version:[0-9]{1,4}}")
@PermitAll
class SchemaPage {

    @GET
    @Produces("application/schema+json")
    @Operation(hidden = true)
    public String schema(@PathParam("name") String name, @PathParam("version") int version) throws IOException {
        String file = "events/schemas/%s.v%d.json".formatted(name, version);
        try (InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (found == null) {
                throw new Unknown("schema");
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
