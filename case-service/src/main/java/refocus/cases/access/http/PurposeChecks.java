package refocus.cases.access.http;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Bearer;
import refocus.eventsourcing.http.Malformed;

/// Looks at why and for whom somebody asks before anything is looked up: what is wrong with it is answered the same for
/// a record that is hidden as for one that is not there.
class PurposeChecks {

    /// What a token must say for its bearer to act for another worker.
    static final String SCOPE = "act-for";

    private final SecurityIdentity identity;
    private final CodeSets codes;

    PurposeChecks(SecurityIdentity identity, CodeSets codes) {
        this.identity = identity;
        this.codes = codes;
    }

    @ServerRequestFilter
    public void check(HttpHeaders headers) {
        Optional.ofNullable(headers.getHeaderString(Purpose.REASON))
                .ifPresent(reason -> codes.checked("access-reason", Purpose.REASON, reason));
        Optional.ofNullable(headers.getHeaderString(Purpose.ACT_FOR)).ifPresent(this::mustActFor);
    }

    private void mustActFor(String worker) {
        try {
            UUID.fromString(worker);
        } catch (IllegalArgumentException _) {
            throw new Malformed(Purpose.ACT_FOR, "malformed-act-for");
        }
        if (!Bearer.of(identity).scopes().contains(SCOPE)) {
            throw new ForbiddenException();
        }
    }
}
