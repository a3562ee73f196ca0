package refocus.staff.recordkeeping.http;

import static refocus.staff.Roles.RECORDS_MANAGER;
import static refocus.staff.recordkeeping.RecordKeeping.ALL_STAFF;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.staff.recordkeeping.http.LegalHoldResource.Lifting;
import refocus.staff.recordkeeping.http.LegalHoldResource.Placing;

/// Legal holds on the records of all staff at once, as for an inquiry: while one lasts, no worker is erased.
@Path("/v1/legal-holds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class ServiceHoldResource {

    record Holds(List<HoldShown> items) {}

    private final KeptRecords records;
    private final CodeSets codes;
    private final SubjectKeys keys;

    ServiceHoldResource(KeptRecords records, CodeSets codes, SubjectKeys keys) {
        this.records = records;
        this.codes = codes;
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> place(@NotNull @Valid Placing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID hold = caller.newId("legal-hold");
        return records.handleForAll(asked.asked(hold, ALL_STAFF, asking, codes), asking)
                .map(done -> Replies.createdSaying(done, "/v1/legal-holds", new Replies.Created(hold, done.version())));
    }

    @POST
    @Path("{hold}/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("hold") UUID hold, @NotNull @Valid Lifting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return records.handleForAll(asked.asked(hold, asking, codes), asking).map(Replies::done);
    }

    /// The holds on every record, those that were lifted too.
    @GET
    public Uni<RestResponse<Holds>> read(@BeanParam Caller caller) {
        return records.ofAll()
                .chain(current -> keys.opener(Set.of(ALL_STAFF))
                        .map(opener -> Replies.state(
                                current, new Holds(HoldShown.all(current.state(), opener, codes, caller)))));
    }
}
