package refocus.feedback.idea.http;

import static refocus.feedback.Roles.BUSINESS_SUPPORT;
import static refocus.feedback.Roles.DUTY;
import static refocus.feedback.Roles.HEAD_OF_SERVICE;
import static refocus.feedback.Roles.HR_OFFICER;
import static refocus.feedback.Roles.PERSONAL_ADVISER;
import static refocus.feedback.Roles.PRACTITIONER;
import static refocus.feedback.Roles.REVIEWING_OFFICER;
import static refocus.feedback.Roles.SENIOR_PRACTITIONER;
import static refocus.feedback.Roles.SERVICE_MANAGER;
import static refocus.feedback.Roles.SUPPORT_WORKER;
import static refocus.feedback.Roles.TEAM_MANAGER;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.feedback.Roles;
import refocus.feedback.idea.Idea;
import refocus.feedback.idea.IdeaCommand;
import refocus.feedback.idea.IdeaCommand.AbsorbIdea;
import refocus.feedback.idea.IdeaCommand.JoinIdea;
import refocus.feedback.idea.IdeaCommand.ProposeIdea;
import refocus.feedback.idea.IdeaCommand.SupportIdea;
import refocus.feedback.idea.IdeaCommand.WithdrawIdea;
import refocus.feedback.idea.IdeaEvent;
import refocus.feedback.idea.http.IdeaTold.Merging;
import refocus.feedback.idea.http.IdeaTold.Proposal;
import refocus.feedback.idea.http.IdeaTold.Support;
import refocus.feedback.idea.http.IdeaTold.Withdrawal;

/// Ideas: proposed, supported, merged, withdrawn and read.
@Path("/v1/ideas")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    REVIEWING_OFFICER,
    BUSINESS_SUPPORT,
    HR_OFFICER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class IdeaResource {

    private final Desks desks;
    private final Desk<IdeaCommand, IdeaEvent, Idea> desk;
    private final SubjectKeys keys;

    IdeaResource(Desks desks, SubjectKeys keys) {
        this.desks = desks;
        this.desk = desks.of(Idea.TYPE);
        this.keys = keys;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> propose(@NotNull @Valid Proposal asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command =
                new ProposeIdea(Roles.worker(caller), asked.title(), asked.text(), Wales.dayOf(asking.occurredAt()));
        return desk.handle(caller.newId("idea"), command, asking).map(done -> Replies.created(done, "/v1/ideas/"));
    }

    @POST
    @Path("{id}/supports")
    public Uni<RestResponse<Replies.Version>> support(
            @PathParam("id") UUID id, @NotNull @Valid Support asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return desk.handle(id, new SupportIdea(Roles.worker(caller)), asking).map(Replies::done);
    }

    /// Takes another idea into this one: both or neither.
    @POST
    @Path("{id}/merging")
    @RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<Replies.Version>> merge(
            @PathParam("id") UUID id, @NotNull @Valid Merging asked, @BeanParam Caller caller) {
        Asking asking = caller.asksHavingSeen(asked.occurredAt());
        return desk.read(asked.absorbed())
                .map(Current::state)
                .chain(absorbed -> merge(id, asked.absorbed(), voices(absorbed), asking))
                .map(Replies::done);
    }

    @POST
    @Path("{id}/withdrawal")
    public Uni<RestResponse<Replies.Version>> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid Withdrawal asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        var command = new WithdrawIdea(Roles.worker(caller), asked.reason(), Wales.dayOf(asking.occurredAt()));
        return desk.handle(id, command, asking).map(Replies::done);
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<IdeaShown>> read(@PathParam("id") UUID id) {
        return desk.read(id)
                .chain(current -> keys.opener(IdeaShown.subjects(current.state()))
                        .map(opener -> Replies.state(current, IdeaShown.of(id, current.state(), opener))));
    }

    private Uni<Done> merge(UUID into, UUID absorbed, Set<UUID> voices, Asking asking) {
        var absorbing = new Step<>(Idea.TYPE, into, (IdeaCommand) new AbsorbIdea(into, absorbed, voices));
        // An idea into itself is refused by its own rule; two steps on one stream would not get that far.
        return into.equals(absorbed)
                ? desk.handle(into, absorbing.command(), asking)
                : desks.together(
                        List.of(absorbing, new Step<>(Idea.TYPE, absorbed, new JoinIdea(into, absorbed, voices))),
                        asking);
    }

    private static Set<UUID> voices(Idea absorbed) {
        var voices = new HashSet<>(Idea.file(absorbed).supporters());
        voices.add(Idea.file(absorbed).proposed().proposedBy());
        return Set.copyOf(voices);
    }
}
