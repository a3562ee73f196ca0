package refocus.recruitment.candidate.http;

import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECORDS_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateCommand.EraseCandidate;
import refocus.recruitment.candidate.CandidateEvent;
import refocus.recruitment.retention.CandidateStandings;

/// Erasing what is known about a candidate, where nothing keeps it: the clock would do the same.
@Path("/v1/candidates/{id}/erasure")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({HR_OFFICER, RECORDS_MANAGER})
class CandidateErasureResource {

    /// So that the clock does not come a moment before the key is forgotten everywhere.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    record Erasure(@NotBlank String reason, Optional<Instant> occurredAt) {}

    private final Desk<CandidateCommand, CandidateEvent, Candidate> desk;
    private final CandidateStandings standings;
    private final Erasures erasures;
    private final CodeSets codes;

    CandidateErasureResource(Desks desks, CandidateStandings standings, Erasures erasures, CodeSets codes) {
        this.desk = desks.of(Candidate.TYPE);
        this.standings = standings;
        this.erasures = erasures;
        this.codes = codes;
    }

    @POST
    public Uni<RestResponse<Replies.Version>> erase(
            @PathParam("id") UUID id, @NotNull @Valid Erasure asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.checked("erasure-reason", "reason", asked.reason());
        return standings
                .now(id)
                .map(standing -> new EraseCandidate(
                        caller.newId("erasure"),
                        asked.reason(),
                        standing,
                        Wales.today(),
                        Instant.now().plus(erasures.untilForgotten()).plus(MARGIN)))
                .chain(command -> desk.handle(id, command, asking))
                .map(Replies::done);
    }
}
