package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.PANEL_MEMBER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import io.quarkus.security.ForbiddenException;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.recruitment.application.ScoreCommand.ModerateScore;
import refocus.recruitment.application.ScoreCommand.RecuseAssessor;
import refocus.recruitment.application.ScoreCommand.ScoreCriterion;
import refocus.recruitment.vacancy.Stage;

/// Blind scores: given, moderated once all see them, and left to others by who knows the candidate.
@Path("/v1/applications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({PANEL_MEMBER, RECRUITER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class ScoreResource {

    record Scoring(
            @NotBlank @Size(max = 40) String criterion,
            Optional<Stage> stage,
            @NotNull @Min(0) @Max(5) Integer score,
            @NotBlank @Size(max = 10_000) String evidence,
            Optional<Instant> occurredAt) {}

    record Moderation(
            @NotBlank @Size(max = 40) String criterion,
            @NotNull @Min(0) @Max(5) Integer score,
            @NotBlank @Size(max = 10_000) String reason,
            Optional<Instant> occurredAt) {}

    /// Who stands back, and why.
    ///
    /// @param assessor where another than the caller is recused, by those who run the recruitment
    record Recusal(@NotBlank String reason, Optional<UUID> assessor, Optional<Instant> occurredAt) {}

    private final Applications applications;
    private final CodeSets codes;

    ScoreResource(Applications applications, CodeSets codes) {
        this.applications = applications;
        this.codes = codes;
    }

    @POST
    @Path("scores")
    public Uni<RestResponse<Replies.Version>> score(
            @PathParam("id") UUID id, @NotNull @Valid Scoring asked, @BeanParam Caller caller) {
        UUID assessor = self(caller);
        return applications.ask(
                id,
                terms -> new ScoreCriterion(
                        assessor, asked.criterion(), asked.stage(), asked.score(), asked.evidence(), terms),
                caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("moderation")
    public Uni<RestResponse<Replies.Version>> moderate(
            @PathParam("id") UUID id, @NotNull @Valid Moderation asked, @BeanParam Caller caller) {
        UUID moderator = self(caller);
        return applications.ask(
                id,
                terms -> new ModerateScore(moderator, asked.criterion(), asked.score(), asked.reason(), terms),
                caller.asks(asked.occurredAt()));
    }

    @POST
    @Path("recusal")
    public Uni<RestResponse<Replies.Version>> recuse(
            @PathParam("id") UUID id, @NotNull @Valid Recusal asked, @BeanParam Caller caller) {
        UUID assessor = asked.assessor().orElseGet(() -> self(caller));
        if (!caller.worker().equals(Optional.of(assessor)) && !caller.is(RECRUITER) && !caller.is(HR_OFFICER)) {
            throw new ForbiddenException();
        }
        String reason = codes.checked("recusal-reason", "reason", asked.reason());
        return applications.ask(
                id, terms -> new RecuseAssessor(assessor, reason, terms), caller.asks(asked.occurredAt()));
    }

    private static UUID self(Caller caller) {
        return caller.worker().orElseThrow(ForbiddenException::new);
    }
}
