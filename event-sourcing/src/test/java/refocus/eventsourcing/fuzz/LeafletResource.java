package refocus.eventsourcing.fuzz;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.http.Caller;

/// Leaflets, of which each door but the first makes one of the mistakes that a fuzz must catch.
@Path("/v1/leaflets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("team-manager")
class LeafletResource {

    static final Set<UUID> RECORDED = ConcurrentHashMap.newKeySet();

    private static final Logger LOG = Logger.getLogger(LeafletResource.class);

    record Leaflet(@NotBlank String title, @NotNull LocalDate printedOn) {}

    record Short(@NotNull @Schema(maxLength = 8) String title) {}

    record Taken(boolean taken) {}

    @POST
    @Path("sound")
    public Taken sound(@NotNull @Valid Leaflet leaflet, @BeanParam Caller caller) {
        caller.asks(Optional.empty());
        return new Taken(true);
    }

    @POST
    @Path("breaking")
    public Taken breaking(@NotNull @Valid Leaflet leaflet, @BeanParam Caller caller) {
        caller.asks(Optional.empty());
        if (leaflet.title().contains("ŵyl")) {
            throw new IllegalStateException("no letter of ours");
        }
        return new Taken(true);
    }

    @POST
    @Path("echoing")
    public Taken echoing(@NotNull @Valid Leaflet leaflet) {
        throw new Refused("book-lent", leaflet.title(), 3);
    }

    @POST
    @Path("recording")
    public Taken recording(@NotNull @Valid Leaflet leaflet, @BeanParam Caller caller) {
        RECORDED.add(caller.correlation());
        throw new Refused("book-lent", LocalDate.of(2026, 11, 2), 3);
    }

    @POST
    @Path("logging")
    public Taken logging(@NotNull @Valid Leaflet leaflet, @BeanParam Caller caller) {
        caller.asks(Optional.empty());
        LOG.infof("a leaflet called %s", leaflet.title());
        return new Taken(true);
    }

    @POST
    @Path("lax")
    public Taken lax(@NotNull @Valid Short leaflet, @BeanParam Caller caller) {
        caller.asks(Optional.empty());
        return new Taken(true);
    }
}
