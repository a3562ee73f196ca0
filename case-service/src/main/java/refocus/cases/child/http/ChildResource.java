package refocus.cases.child.http;

import static refocus.cases.Roles.DUTY;
import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand.RaiseDuplicate;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildCommand.CorrectDetails;
import refocus.cases.child.ChildCommand.RecordDeath;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.cases.child.ChildEvent;
import refocus.cases.childindex.Duplicates;
import refocus.cases.childindex.Likeness;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.personal.SubjectKeys;

/// A child's record: made, read and corrected, to the child's death.
@Path("/v1/children")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({DUTY, PRACTITIONER, SENIOR_PRACTITIONER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class ChildResource {

    record Correction(
            @NotBlank @Size(max = 60) String field,
            @NotBlank @Size(max = 500) String to,
            @NotBlank String reason,
            Optional<LocalDate> effectiveFrom,
            Optional<Instant> occurredAt) {}

    /// @param diedOn the day it occurred, where not given
    record Death(Optional<LocalDate> diedOn, Optional<Instant> occurredAt) {}

    private final Desk<ChildCommand, ChildEvent, Child> desk;
    private final Desks desks;
    private final CodeSets codes;
    private final Duplicates duplicates;
    private final Access access;
    private final SubjectKeys keys;

    ChildResource(Desks desks, CodeSets codes, Duplicates duplicates, Access access, SubjectKeys keys) {
        this.desk = desks.of(Child.TYPE);
        this.codes = codes;
        this.duplicates = duplicates;
        this.access = access;
        this.desks = desks;
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> register(@NotNull @Valid Registration asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        UUID child = caller.newId("child");
        var command = asked.checked(codes).asked(child, Wales.dayOf(asking.occurredAt()));
        return duplicates
                .unlessLikely(
                        command,
                        candidates -> seen(candidates, caller),
                        hidden -> desks.together(registering(command, hidden), asking))
                .map(done -> Replies.created(done, "/v1/children/"));
    }

    @POST
    @Path("{id}/corrections")
    public Uni<RestResponse<Replies.Version>> correct(
            @PathParam("id") UUID id, @NotNull @Valid Correction asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        LocalDate today = Wales.dayOf(asking.occurredAt());
        codes.checked("correction-reason", "reason", asked.reason());
        if (Set.of("sex", "ethnicity", "disability").contains(asked.field())) {
            codes.checked(asked.field(), "to", asked.to());
        }
        var command = new CorrectDetails(
                id,
                asked.field(),
                asked.to(),
                asked.reason(),
                asked.effectiveFrom().orElse(today),
                today);
        return desk.read(id)
                .chain(() -> access.use(id, "child", caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    @POST
    @Path("{id}/death")
    public Uni<RestResponse<Replies.Version>> die(
            @PathParam("id") UUID id, @NotNull @Valid Death asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        LocalDate today = Wales.dayOf(asking.occurredAt());
        var command = new RecordDeath(id, asked.diedOn().orElse(today), today);
        return desk.read(id)
                .chain(() -> access.use(id, "child", caller))
                .chain(() -> desk.handle(id, command, asking))
                .map(Replies::done);
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<ChildRecord>> read(
            @PathParam("id") UUID id, @BeanParam Caller caller, @BeanParam Purpose purpose) {
        return desk.read(id)
                .call(() -> access.read(id, "child", caller, purpose))
                .flatMap(this::opened);
    }

    /// Those of the candidates whom the caller may see, which is on record: a refusal names them.
    private Uni<Set<UUID>> seen(List<UUID> candidates, Caller caller) {
        return access.list(candidates, "duplicate-candidates", caller, new Purpose());
    }

    /// The record, and with it the word to a manager that it may be that of a child whom the caller may not see.
    private static List<Step<?, ?, ?>> registering(RegisterChild asked, List<Likeness> hidden) {
        Stream<Step<?, ?, ?>> raising = hidden.stream()
                .<Step<?, ?, ?>>map(likeness -> new Step<>(
                        ChildAccess.TYPE, likeness.child(), new RaiseDuplicate(asked.child(), likeness.matchedOn())));
        Step<?, ?, ?> registering = new Step<>(Child.TYPE, asked.child(), asked);
        return Stream.concat(Stream.of(registering), raising).toList();
    }

    private Uni<RestResponse<ChildRecord>> opened(Current<Child> current) {
        UUID id = current.stream().id();
        return keys.opener(Set.of(id))
                .map(opener -> Replies.state(current, ChildRecord.of(id, current.state(), opener)));
    }
}
