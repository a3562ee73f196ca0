package refocus.recruitment.candidate.http;

import static refocus.recruitment.Roles.RECORDS_MANAGER;
import static refocus.recruitment.hold.ServiceHolds.EVERY_CANDIDATE;

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
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.HoldAsked.Lifting;
import refocus.eventsourcing.http.HoldAsked.Placing;
import refocus.eventsourcing.http.HoldsShown;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.keeping.Holds;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.recruitment.hold.ServiceHoldCommand;
import refocus.recruitment.hold.ServiceHoldCommand.LiftHold;
import refocus.recruitment.hold.ServiceHoldCommand.PlaceHold;
import refocus.recruitment.hold.ServiceHoldEvent;
import refocus.recruitment.hold.ServiceHolds;

/// Legal holds on every candidate's record at once: while one lasts, no candidate is erased.
@Path("/v1/legal-holds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class ServiceHoldResource {

    private final Desk<ServiceHoldCommand, ServiceHoldEvent, Holds> desk;
    private final CodeSets codes;
    private final SubjectKeys keys;

    ServiceHoldResource(Desks desks, CodeSets codes, SubjectKeys keys) {
        this.desk = desks.of(ServiceHolds.TYPE);
        this.codes = codes;
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> place(@NotNull @Valid Placing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID hold = caller.newId("legal-hold");
        var command = new PlaceHold(hold, asked.known(codes), asked.reference(), Wales.dayOf(asking.occurredAt()));
        return desk.handle(EVERY_CANDIDATE, command, asking)
                .map(done -> Replies.createdSaying(done, "/v1/legal-holds", new Replies.Created(hold, done.version())));
    }

    @POST
    @Path("{hold}/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("hold") UUID hold, @NotNull @Valid Lifting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(
                        EVERY_CANDIDATE,
                        new LiftHold(hold, asked.known(codes), Wales.dayOf(asking.occurredAt())),
                        asking)
                .map(Replies::done);
    }

    /// The holds on every record, those that were lifted too.
    @GET
    public Uni<RestResponse<HoldsShown>> read(@BeanParam Caller caller) {
        return Uni.combine()
                .all()
                .unis(placed(), keys.opener(Set.of(EVERY_CANDIDATE)))
                .asTuple()
                .map(read -> Replies.state(
                        read.getItem1(), HoldsShown.of(read.getItem1().state(), read.getItem2(), codes, caller)));
    }

    private Uni<Current<Holds>> placed() {
        var stream = new StreamId(ServiceHolds.TYPE.category(), EVERY_CANDIDATE);
        return desk.read(EVERY_CANDIDATE)
                .onFailure(Unknown.class)
                .recoverWithItem(() -> new Current<>(stream, 0, Holds.NONE));
    }
}
