package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.recruitment.application.SelectionCommand.GiveFeedback;
import refocus.recruitment.application.SelectionCommand.HoldInterview;
import refocus.recruitment.application.SelectionCommand.RankCandidate;
import refocus.recruitment.application.SelectionCommand.ScheduleInterview;
import refocus.recruitment.application.SelectionCommand.Shortlist;
import refocus.recruitment.application.SelectionCommand.TurnDown;

/// The shortlist, the interview, the ranking, and what a candidate is told of them.
@Path("/v1/applications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class SelectionResource {

    /// The decision after the sift.
    ///
    /// @param reasons codes; needed where the answer is no
    /// @param feedback for the candidate, where the answer is no
    record Shortlisting(
            @NotNull Boolean shortlisted,
            Optional<@Size(max = 20) List<@NotBlank String>> reasons,
            Optional<@Size(max = 10_000) String> feedback,
            Optional<Instant> occurredAt) {}

    record Interview(@NotNull Instant scheduledFor, Optional<Instant> occurredAt) {}

    record Held(Optional<Instant> occurredAt) {}

    record Ranking(@NotNull @Min(1) @Max(1_000) Integer rank, Optional<Instant> occurredAt) {}

    record Feedback(@NotBlank @Size(max = 10_000) String feedback, Optional<Instant> occurredAt) {}

    private final Applications applications;
    private final CodeSets codes;

    SelectionResource(Applications applications, CodeSets codes) {
        this.applications = applications;
        this.codes = codes;
    }

    @POST
    @Path("shortlisting")
    public Uni<RestResponse<Replies.Version>> shortlist(
            @PathParam("id") UUID id, @NotNull @Valid Shortlisting asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        List<String> reasons = asked.reasons().orElse(List.of());
        codes.check("shortlisting-reason", "reasons", reasons);
        LocalDate day = Wales.dayOf(asking.occurredAt());
        return asked.shortlisted()
                ? applications.ask(id, terms -> new Shortlist(reasons, terms, day), asking)
                : applications.ask(id, new TurnDown(reasons, asked.feedback(), day), asking);
    }

    @POST
    @Path("interview")
    public Uni<RestResponse<Replies.Version>> schedule(
            @PathParam("id") UUID id, @NotNull @Valid Interview asked, @BeanParam Caller caller) {
        return applications.ask(id, new ScheduleInterview(asked.scheduledFor()), caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("interview/held")
    public Uni<RestResponse<Replies.Version>> hold(
            @PathParam("id") UUID id, @NotNull @Valid Held asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return applications.ask(id, new HoldInterview(Wales.dayOf(asking.occurredAt())), asking);
    }

    @POST
    @Path("ranking")
    public Uni<RestResponse<Replies.Version>> rank(
            @PathParam("id") UUID id, @NotNull @Valid Ranking asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        LocalDate day = Wales.dayOf(asking.occurredAt());
        return applications.ask(id, terms -> new RankCandidate(asked.rank(), terms, day), asking);
    }

    @POST
    @Path("feedback")
    public Uni<RestResponse<Replies.Version>> feedback(
            @PathParam("id") UUID id, @NotNull @Valid Feedback asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        return applications.ask(id, new GiveFeedback(asked.feedback(), Wales.dayOf(asking.occurredAt())), asking);
    }
}
