package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.PANEL_MEMBER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.recruitment.Looks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.ApplicationCommand.SubmitApplication;
import refocus.recruitment.application.ApplicationCommand.WithdrawApplication;
import refocus.recruitment.application.http.ApplicationShown.ReferenceShown;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;

/// An application: handed in, withdrawn and read.
@Path("/v1/applications/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, HR_OFFICER})
class ApplicationResource {

    record Submission(
            Optional<@Size(max = 50_000) String> statement,
            Optional<String> lateReason,
            Optional<Instant> occurredAt) {}

    record Withdrawal(Optional<String> reason, Optional<Instant> occurredAt) {}

    private final Applications applications;
    private final CodeSets codes;
    private final SubjectKeys keys;
    private final Looks looks;

    ApplicationResource(Applications applications, CodeSets codes, SubjectKeys keys, Looks looks) {
        this.applications = applications;
        this.codes = codes;
        this.keys = keys;
        this.looks = looks;
    }

    @POST
    @Path("submission")
    public Uni<RestResponse<Replies.Version>> submit(
            @PathParam("id") UUID id, @NotNull @Valid Submission asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("late-reason", "lateReason", asked.lateReason());
        return applications
                .vacancyOf(id)
                .map(vacancy -> new SubmitApplication(
                        asked.statement(),
                        vacancy,
                        asked.lateReason(),
                        asking.occurredAt(),
                        Wales.dayOf(asking.occurredAt())))
                .chain(command -> applications.ask(id, command, asking));
    }

    @POST
    @Path("withdrawal")
    public Uni<RestResponse<Replies.Version>> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid Withdrawal asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(asked.occurredAt());
        codes.check("withdrawal-reason", "reason", asked.reason());
        var command = new WithdrawApplication(asked.reason(), Wales.dayOf(asking.occurredAt()));
        return applications.ask(id, command, asking);
    }

    @GET
    @RolesAllowed({RECRUITER, HR_OFFICER, PANEL_MEMBER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
    public Uni<RestResponse<ApplicationShown>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        return applications
                .vacancyOf(id)
                .chain(vacancy ->
                        applications.read(id).chain(current -> shown(current, Vacancy.terms(vacancy), caller)));
    }

    /// One of its references; who the referee is stays with those who asked.
    @GET
    @Path("references/{rid}")
    public Uni<RestResponse<ReferenceShown>> reference(
            @PathParam("id") UUID id, @PathParam("rid") UUID reference, @BeanParam Caller caller) {
        return applications.read(id).chain(current -> {
            var file = Application.onFile(current.state()).file();
            ReferenceShown shown = file.checks()
                    .reference(reference)
                    .map(ReferenceShown::of)
                    .orElseThrow(() -> new Unknown("reference"));
            return looks.at(file.candidate(), "reference", Looks.RECRUITMENT, caller)
                    .replaceWith(() -> Replies.state(current, shown));
        });
    }

    private Uni<RestResponse<ApplicationShown>> shown(Current<Application> current, Terms terms, Caller caller) {
        Reader reader = Reader.of(caller);
        OnFile application = Application.onFile(current.state());
        UUID candidate = application.file().candidate();
        if (!reader.sees(current.state(), terms)) {
            return looks.refused(candidate, "application", caller)
                    .chain(() -> Uni.createFrom().failure(new Unknown("application")));
        }
        return looks.at(candidate, "application", reader.basis(terms), caller)
                .chain(() -> keys.opener(Set.of(candidate)))
                .map(opener -> Replies.state(
                        current, ApplicationShown.of(current.stream().id(), application, reader, opener)));
    }
}
