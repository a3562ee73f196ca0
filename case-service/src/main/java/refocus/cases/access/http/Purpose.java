package refocus.cases.access.http;

import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// Why a record is read, and for whom. For `@BeanParam`; [PurposeChecks] has looked at both before.
public class Purpose {

    static final String REASON = "Access-Reason";
    static final String ACT_FOR = "Act-For";

    /// What a command has: it is its own purpose.
    static final Purpose NONE = new Purpose();

    @HeaderParam(REASON)
    @Parameter(description = "Why the record is read, a code of access-reason; it stands in the access log")
    Optional<String> reason = Optional.empty();

    @HeaderParam(ACT_FOR)
    @Parameter(description = "The worker the caller acts for, by the scope act-for; restricted records stay restricted")
    Optional<String> actFor = Optional.empty();

    Optional<String> reason() {
        return reason;
    }

    /// The worker the caller acts for.
    public Optional<UUID> actingFor() {
        return actFor.map(UUID::fromString);
    }
}
