package refocus.eventsourcing.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// An `Accept` that is none is refused before anything is done: the framework would find out when the answer to a
/// command that took effect is written.
class Acceptable {

    @ServerRequestFilter
    public void refuseNone(HttpHeaders headers) {
        try {
            headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException _) {
            throw new NotAcceptableException();
        }
    }
}
