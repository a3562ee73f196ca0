package refocus.recruitment.candidate.http;

import static refocus.recruitment.Roles.RECORDS_MANAGER;

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
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.HoldAsked.Lifting;
import refocus.eventsourcing.http.HoldAsked.Placing;
import refocus.eventsourcing.http.HoldsShown;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.recruitment.Looks;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateCommand.LiftHold;
import refocus.recruitment.candidate.CandidateCommand.PlaceHold;
import refocus.recruitment.candidate.CandidateEvent;

/// Legal holds on a candidate's record: while one lasts, nothing of it is erased.
@Path("/v1/candidates/{id}/legal-hold")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RECORDS_MANAGER)
class CandidateHoldResource {

    private final Desk<CandidateCommand, CandidateEvent, Candidate> desk;
    private final CodeSets codes;
    private final SubjectKeys keys;
    private final Looks looks;

    CandidateHoldResource(Desks desks, CodeSets codes, SubjectKeys keys, Looks looks) {
        this.desk = desks.of(Candidate.TYPE);
        this.codes = codes;
        this.keys = keys;
        this.looks = looks;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> place(
            @PathParam("id") UUID id, @NotNull @Valid Placing asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID hold = caller.newId("legal-hold");
        var command = new PlaceHold(hold, id, asked.known(codes), asked.reference(), Wales.dayOf(asking.occurredAt()));
        return desk.handle(id, command, asking)
                .map(done -> Replies.createdSaying(
                        done, "/v1/candidates/%s/legal-hold".formatted(id), new Replies.Created(hold, done.version())));
    }

    @POST
    @Path("{hold}/lifting")
    public Uni<RestResponse<Replies.Version>> lift(
            @PathParam("id") UUID id,
            @PathParam("hold") UUID hold,
            @NotNull @Valid Lifting asked,
            @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(id, new LiftHold(hold, asked.known(codes), Wales.dayOf(asking.occurredAt())), asking)
                .map(Replies::done);
    }

    /// The holds on this record, those that were lifted too.
    @GET
    public Uni<RestResponse<HoldsShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .call(() -> looks.at(id, "legal-hold", Looks.RECORD_KEEPING, caller))
                .chain(current -> opened(current, caller));
    }

    private Uni<RestResponse<HoldsShown>> opened(Current<Candidate> current, Caller caller) {
        return keys.opener(Set.of(current.stream().id()))
                .map(opener ->
                        Replies.state(current, HoldsShown.of(Candidate.holds(current.state()), opener, codes, caller)));
    }
}
