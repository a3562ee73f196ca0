package refocus.staff.milestone.http;

import static refocus.staff.Roles.BUSINESS_SUPPORT;
import static refocus.staff.Roles.DUTY;
import static refocus.staff.Roles.HEAD_OF_SERVICE;
import static refocus.staff.Roles.HR_OFFICER;
import static refocus.staff.Roles.PERSONAL_ADVISER;
import static refocus.staff.Roles.PRACTITIONER;
import static refocus.staff.Roles.RECRUITER;
import static refocus.staff.Roles.REVIEWING_OFFICER;
import static refocus.staff.Roles.SENIOR_PRACTITIONER;
import static refocus.staff.Roles.SERVICE_MANAGER;
import static refocus.staff.Roles.SUPPORT_WORKER;
import static refocus.staff.Roles.TEAM_MANAGER;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.Words;
import refocus.staff.milestone.Milestone;
import refocus.staff.milestone.MilestoneCommand;
import refocus.staff.milestone.MilestoneCommand.Reach;
import refocus.staff.milestone.MilestoneEvent;
import refocus.staff.milestone.MilestoneEvent.MilestoneReached;

/// Milestones, which annotate every trend.
@Path("/v1/milestones")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class MilestoneResource {

    record Reaching(@NotNull @Valid Words name, @NotNull LocalDate date, Optional<Instant> occurredAt) {}

    record MilestoneShown(UUID id, String name, LocalDate date) {

        static MilestoneShown of(UUID id, Milestone state, Locale language) {
            return switch (state) {
                case Milestone.NotReached _ -> throw new Unknown("milestone");
                case Milestone.Reached(MilestoneReached(var name, var date)) ->
                    new MilestoneShown(id, name.in(language), date);
            };
        }
    }

    private final Desk<MilestoneCommand, MilestoneEvent, Milestone> desk;

    MilestoneResource(Desks desks) {
        this.desk = desks.of(Milestone.TYPE);
    }

    @POST
    public Uni<RestResponse<Replies.Created>> reach(@NotNull @Valid Reaching asked, @BeanParam Caller caller) {
        return desk.handle(
                        caller.newId("milestone"),
                        new Reach(asked.name().known(), asked.date(), Wales.today()),
                        caller.asks(asked.occurredAt()))
                .map(done -> Replies.created(done, "/v1/milestones/"));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        DUTY,
        PRACTITIONER,
        SENIOR_PRACTITIONER,
        SUPPORT_WORKER,
        PERSONAL_ADVISER,
        REVIEWING_OFFICER,
        BUSINESS_SUPPORT,
        HR_OFFICER,
        RECRUITER,
        TEAM_MANAGER,
        SERVICE_MANAGER,
        HEAD_OF_SERVICE
    })
    public Uni<RestResponse<MilestoneShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .map(current -> Replies.state(
                        current,
                        MilestoneShown.of(id, current.state(), caller.language().locale())));
    }
}
