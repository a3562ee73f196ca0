package refocus.cases.recordkeeping.http;

import static refocus.cases.Roles.RECORDS_MANAGER;

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
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.http.LegalHoldResource.Lifting;
import refocus.cases.recordkeeping.http.LegalHoldResource.Placing;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.personal.SubjectKeys;

/// Legal holds on every record at once, as for a public inquiry: while one lasts, nothing is erased.
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
        codes.checked("legal-hold-reason", "reason", asked.reason());
        UUID hold = caller.newId("legal-hold");
        return records.handleForAll(asked.asked(hold, RecordKeeping.WHOLE_SERVICE, true, asking), asking)
                .map(done -> Replies.createdSaying(done, "/v1/legal-holds", new Replies.Created(hold, done.version())));
    }

    @POST
    @Path("{hold}/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("hold") UUID hold, @NotNull @Valid Lifting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("legal-hold-lift-reason", "reason", asked.reason());
        return records.handleForAll(asked.asked(hold, asking), asking).map(Replies::done);
    }

    /// The holds on every record, those that were lifted too.
    @GET
    public Uni<Holds> read(@BeanParam Caller caller) {
        return Uni.combine()
                .all()
                .unis(records.ofAll(), keys.opener(Set.of(RecordKeeping.WHOLE_SERVICE)))
                .asTuple()
                .map(read -> new Holds(read.getItem1().holds().stream()
                        .map(hold -> HoldShown.of(hold, read.getItem2(), codes, caller))
                        .toList()));
    }
}
