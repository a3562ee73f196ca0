package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.ApplicationCommand;
import refocus.recruitment.application.ApplicationCommand.StartApplication;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateEvent;
import refocus.recruitment.vacancy.Vacancy;

/// An application begun: one candidate's for one vacancy, once.
@Path("/v1/vacancies/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER})
class StartResource {

    /// Who applies.
    ///
    /// @param lateReason the policy that lets it in after the closing time
    record Start(@NotNull UUID candidate, Optional<String> lateReason, Optional<Instant> occurredAt) {}

    private final Applications applications;
    private final Desk<ApplicationCommand, ApplicationEvent, Application> desk;
    private final Desk<CandidateCommand, CandidateEvent, Candidate> candidates;
    private final CodeSets codes;
    private final SubjectKeys keys;

    StartResource(Applications applications, Desks desks, CodeSets codes, SubjectKeys keys) {
        this.applications = applications;
        this.desk = desks.of(Application.TYPE);
        this.candidates = desks.of(Candidate.TYPE);
        this.codes = codes;
        this.keys = keys;
    }

    @POST
    @Path("applications")
    public Uni<RestResponse<Replies.Created>> start(
            @PathParam("id") UUID id, @NotNull @Valid Start asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("late-reason", "lateReason", asked.lateReason());
        return applications
                .vacancy(id)
                .call(() -> mustBeKnown(asked.candidate()))
                .map(vacancy -> starting(id, asked, vacancy, asking))
                .chain(command ->
                        desk.handle(Application.of(id, asked.candidate()).id(), command, asking))
                .map(done -> Replies.created(done, "/v1/applications/"));
    }

    private static StartApplication starting(UUID vacancy, Start asked, Vacancy opening, Asking asking) {
        return new StartApplication(
                vacancy,
                asked.candidate(),
                opening,
                asked.lateReason(),
                asking.occurredAt(),
                Wales.dayOf(asking.occurredAt()));
    }

    private Uni<Void> mustBeKnown(UUID candidate) {
        return candidates
                .read(candidate)
                .onFailure(Unknown.class)
                .transform(_ -> new Impossible("candidate", "unknown-candidate"))
                .invoke(current -> Candidate.mustNotBeErased(current.state()))
                // The keys know more than a restored log.
                .chain(() -> keys.isErased(candidate))
                .invoke(erased -> {
                    if (erased) {
                        throw new Refused("erased");
                    }
                })
                .replaceWithVoid();
    }
}
