package refocus.eventsourcing.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Whom to tell of a weakness that one has found (RFC 9116). Open to all.
@Path("/.well-known/security.txt")
@PermitAll
class SecurityContact {

    /// The contact is looked after for as long as the service runs; half a year says so, and is well under the year
    /// that the standard advises.
    private static final int DAYS = 182;

    private final String contact;

    SecurityContact(@ConfigProperty(name = "refocus.security-contact") String contact) {
        this.contact = contact;
    }

    @GET
    @Produces("text/plain;charset=utf-8")
    @Operation(hidden = true)
    public String text() {
        return """
                Contact: %s
                Expires: %s
                Preferred-Languages: en, cy
                """.formatted(contact, Instant.now().truncatedTo(ChronoUnit.DAYS).plus(DAYS, ChronoUnit.DAYS));
    }
}
