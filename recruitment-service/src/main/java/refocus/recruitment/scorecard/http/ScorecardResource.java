package refocus.recruitment.scorecard.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.PANEL_MEMBER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.recruitment.Looks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.http.Applications;
import refocus.recruitment.application.http.Reader;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;

/// One application's scorecard, read from its own history: never behind.
@Path("/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RECRUITER, PANEL_MEMBER, HR_OFFICER, TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE})
class ScorecardResource {

    private final Applications applications;
    private final SubjectKeys keys;
    private final Looks looks;

    ScorecardResource(Applications applications, SubjectKeys keys, Looks looks) {
        this.applications = applications;
        this.keys = keys;
        this.looks = looks;
    }

    @GET
    @Path("scorecard")
    public Uni<RestResponse<Scorecard>> read(@PathParam("id") UUID id, @BeanParam Caller caller) {
        Reader reader = Reader.of(caller);
        return applications
                .read(id)
                .chain(current -> applications
                        .vacancy(Application.onFile(current.state()).file().vacancy())
                        .chain(vacancy -> shown(current, Vacancy.terms(vacancy), reader, caller)));
    }

    private Uni<RestResponse<Scorecard>> shown(
            Current<Application> current, Terms terms, Reader reader, Caller caller) {
        OnFile application = Application.onFile(current.state());
        UUID candidate = application.file().candidate();
        if (!reader.sees(current.state(), terms)) {
            return looks.refused(candidate, "scorecard", caller)
                    .chain(() -> Uni.createFrom().failure(new Unknown("application")));
        }
        return looks.at(candidate, "scorecard", reader.basis(terms), caller)
                .chain(() -> keys.opener(Set.of(candidate)))
                .map(opener -> Scorecard.of(current.stream().id(), application, terms, reader, opener, Wales.today()))
                .map(card -> Replies.state(current, card));
    }
}
