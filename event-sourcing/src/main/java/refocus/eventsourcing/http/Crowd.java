package refocus.eventsourcing.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How many requests are answered at a time. One more is answered 503 before it takes any room: those inside are still
/// answered, and the service does not run out of memory.
///
/// Health and figures are always answered: a service with its hands full is not one that is ill.
@Singleton
class Crowd {

    private static final String CROWDED = "crowded";
    private static final String MACHINERY = "/q/";
    private static final int AFTER_CORRELATION = 975;

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    @Inject
    Crowd(@ConfigProperty(name = "refocus.requests.at-once") int most) {
        this.most = most;
    }

    void onEveryRequest(@Observes Filters filters) {
        filters.register(this::letIn, AFTER_CORRELATION);
    }

    private void letIn(RoutingContext request) {
        if (request.request().path().startsWith(MACHINERY)) {
            request.next();
        } else if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            Problem.of(request, 503, CROWDED).send(request);
        } else {
            request.addEndHandler(_ -> inside.decrementAndGet());
            request.next();
        }
    }
}
