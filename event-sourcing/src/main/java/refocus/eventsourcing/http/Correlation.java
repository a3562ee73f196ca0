package refocus.eventsourcing.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.log.Uuids;

/// The id shared by everything one request leads to: the caller's `Correlation-Id`, or one of ours.
final class Correlation {

    static final String HEADER = "Correlation-Id";
    private static final int FIRST = 1000;

    /// Answers with it whatever happens next.
    void onEveryRequest(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.response().putHeader(HEADER, of(request).toString());
                    request.next();
                },
                FIRST);
    }

    static UUID of(RoutingContext request) {
        UUID known = request.get(HEADER);
        if (known != null) {
            return known;
        }
        UUID correlation = from(request.request().getHeader(HEADER));
        request.put(HEADER, correlation);
        return correlation;
    }

    private static UUID from(@Nullable String header) {
        try {
            return header == null || header.length() != 36 ? Uuids.next() : UUID.fromString(header);
        } catch (IllegalArgumentException _) {
            return Uuids.next();
        }
    }
}
