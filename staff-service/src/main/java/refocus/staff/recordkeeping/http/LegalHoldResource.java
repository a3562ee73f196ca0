package refocus.staff.recordkeeping.http;

import static refocus.staff.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.HoldAsked.Lifting;
import refocus.eventsourcing.http.HoldAsked.Placing;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.staff.recordkeeping.RecordKeepingCommand.LiftHold;
import refocus.staff.recordkeeping.RecordKeepingCommand.PlaceHold;

/// Legal holds on a worker's record: while one lasts, nothing of it is erased.
@Path("/v1/workers/{id}/legal-hold")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class LegalHoldResource {

    private final KeptRecords records;
    private final CodeSets codes;

    LegalHoldResource(KeptRecords records, CodeSets codes) {
        this.records = records;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> place(
            @PathParam("id") UUID id, @NotNull @Valid Placing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID hold = caller.newId("legal-hold");
        var command = new PlaceHold(hold, id, asked.known(codes), asked.reference(), Wales.dayOf(asking.occurredAt()));
        return records.handle(id, command, asking)
                .map(done -> Replies.createdSaying(
                        done,
                        "/v1/workers/%s/record-keeping".formatted(id),
                        new Replies.Created(hold, done.version())));
    }

    @POST
    @Path("{hold}/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("id") UUID id,
            @PathParam("hold") UUID hold,
            @NotNull @Valid Lifting asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new LiftHold(hold, asked.known(codes), Wales.dayOf(asking.occurredAt()));
        return records.handle(id, command, asking).map(Replies::done);
    }
}
