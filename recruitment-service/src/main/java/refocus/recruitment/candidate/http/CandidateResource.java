package refocus.recruitment.candidate.http;

import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;

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
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.recruitment.Looks;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateCommand.ExplainGap;
import refocus.recruitment.candidate.CandidateCommand.RegisterCandidate;
import refocus.recruitment.candidate.CandidateCommand.Spell;
import refocus.recruitment.candidate.CandidateEvent;

/// A candidate's record: only for those who run recruitments. A panel sees applications, not candidates.
@Path("/v1/candidates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER})
class CandidateResource {

    record Registration(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 500) String contact,
            Optional<String> language,
            Optional<@Size(max = 100) List<@NotNull @Valid SpellGiven>> history,
            Optional<Instant> occurredAt) {

        List<Spell> spells() {
            return history.orElse(List.of()).stream().map(SpellGiven::known).toList();
        }
    }

    record SpellGiven(
            @NotBlank @Size(max = 500) String what, @NotNull LocalDate from, Optional<LocalDate> to) {

        Spell known() {
            return new Spell(what, from, to);
        }
    }

    record Explanation(@NotBlank @Size(max = 5000) String explanation, Optional<Instant> occurredAt) {}

    private final Desk<CandidateCommand, CandidateEvent, Candidate> desk;
    private final CodeSets codes;
    private final SubjectKeys keys;
    private final Looks looks;

    CandidateResource(Desks desks, CodeSets codes, SubjectKeys keys, Looks looks) {
        this.desk = desks.of(Candidate.TYPE);
        this.codes = codes;
        this.keys = keys;
        this.looks = looks;
    }

    @POST
    public Uni<RestResponse<Replies.Created>> register(@NotNull @Valid Registration asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("preferred-language", "language", asked.language());
        UUID candidate = caller.newId("candidate");
        var command = new RegisterCandidate(
                candidate,
                asked.name(),
                asked.contact(),
                asked.language(),
                asked.spells(),
                Wales.dayOf(asking.occurredAt()));
        return desk.handle(candidate, command, asking).map(done -> Replies.created(done, "/v1/candidates/"));
    }

    @POST
    @Path("{id}/gaps/{gap}/explanation")
    public Uni<RestResponse<Replies.Version>> explain(
            @PathParam("id") UUID id,
            @PathParam("gap") UUID gap,
            @NotNull @Valid Explanation asked,
            @BeanParam Caller caller) {
        return desk.handle(id, new ExplainGap(id, gap, asked.explanation()), caller.asks(asked.occurredAt()))
                .map(Replies::done);
    }

    @GET
    @Path("{id}")
    public Uni<RestResponse<CandidateShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return desk.read(id)
                .call(() -> looks.at(id, "candidate", Looks.RECRUITMENT, caller))
                .flatMap(this::opened);
    }

    private Uni<RestResponse<CandidateShown>> opened(Current<Candidate> current) {
        UUID id = current.stream().id();
        return keys.opener(Set.of(id))
                .map(opener -> Replies.state(current, CandidateShown.of(id, current.state(), opener)));
    }
}
