package refocus.cases.recordkeeping.http;

import static refocus.cases.Roles.RECORDS_MANAGER;
import static refocus.cases.recordkeeping.RecordKeeping.WHOLE_SERVICE;

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
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.recordkeeping.RecordKeepingCommand.LiftHold;
import refocus.cases.recordkeeping.RecordKeepingCommand.PlaceHold;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.HoldAsked.Lifting;
import refocus.eventsourcing.http.HoldAsked.Placing;
import refocus.eventsourcing.http.HoldsShown;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.personal.SubjectKeys;

/// Legal holds on every record at once, as for a public inquiry: while one lasts, nothing is erased.
@Path("/v1/legal-holds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class ServiceHoldResource {

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
        var command = new PlaceHold(
                hold, WHOLE_SERVICE, true, asked.known(codes), asked.reference(), Wales.dayOf(asking.occurredAt()));
        return records.handleForAll(command, asking)
                .map(done -> Replies.createdSaying(done, "/v1/legal-holds", new Replies.Created(hold, done.version())));
    }

    @POST
    @Path("{hold}/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("hold") UUID hold, @NotNull @Valid Lifting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new LiftHold(hold, asked.known(codes), Wales.dayOf(asking.occurredAt()));
        return records.handleForAll(command, asking).map(Replies::done);
    }

    /// The holds on every record, those that were lifted too.
    @GET
    public Uni<HoldsShown> read(@BeanParam Caller caller) {
        return Uni.combine()
                .all()
                .unis(records.ofAll(), keys.opener(Set.of(WHOLE_SERVICE)))
                .asTuple()
                .map(read -> HoldsShown.of(read.getItem1().holds(), read.getItem2(), codes, caller));
    }
}
