package refocus.eventsourcing.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.projection.Operations;
import refocus.eventsourcing.relay.Relay;

/// The operator's view of the service's machinery: the relay, its projections and reactions, what is parked.
@Path("/v1/operations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("${refocus.operator-role:operations.run}")
class OperationsResource {

    record Because(@NotBlank @Size(max = 500) String reason) {}

    /// The stream travels in the body: it may hold a slash.
    record Parked(
            @NotBlank String stream,
            @NotBlank @Size(max = 500) String reason) {}

    record Items<T>(List<T> items) {}

    private final Operations operations;
    private final Relay relay;

    @Inject
    OperationsResource(Operations operations, Relay relay) {
        this.operations = operations;
        this.relay = relay;
    }

    @GET
    @Path("relay")
    public Relay.Status relay() {
        return relay.status();
    }

    @GET
    @Path("projections")
    public Items<Operations.BuildStatus> projections() {
        return new Items<>(operations.builds());
    }

    @POST
    @Path("projections/{name}/rebuild")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> rebuild(
            @RestPath String name, @NotNull @Valid Because because, @BeanParam Caller caller) {
        operations.rebuild(name, because.reason(), caller.actor());
        return RestResponse.accepted();
    }

    @GET
    @Path("projections/{name}/parked")
    public Items<Operations.ParkedStream> parked(@RestPath String name) {
        return new Items<>(operations.parked(name));
    }

    @POST
    @Path("projections/{name}/parked/retry")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> retry(@RestPath String name, @NotNull @Valid Parked parked, @BeanParam Caller caller) {
        operations.retry(name, parked.stream(), parked.reason(), caller.actor());
        return RestResponse.accepted();
    }

    @POST
    @Path("projections/{name}/parked/discard")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> discard(@RestPath String name, @NotNull @Valid Parked parked, @BeanParam Caller caller) {
        operations.discard(name, parked.stream(), parked.reason(), caller.actor());
        return RestResponse.accepted();
    }
}
