package refocus.cases.decision.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import refocus.cases.access.http.Access;
import refocus.cases.decision.http.Subjects.Known;

/// A case's decisions.
@Path("/v1/cases/{id}/decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CaseDecisionResource extends DecisionDoor {

    private final Subjects subjects;

    CaseDecisionResource(Deciding deciding, Access access, Subjects subjects) {
        super(deciding, access, "/v1/cases/");
        this.subjects = subjects;
    }

    @Override
    Uni<Known> subject(UUID id) {
        return subjects.ofCase(id);
    }
}
