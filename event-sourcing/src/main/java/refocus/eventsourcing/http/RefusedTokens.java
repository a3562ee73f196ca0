package refocus.eventsourcing.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What becomes of a token that is no good is the same for every request, and is found out once.
///
/// REST answers it, in its own shape, by a handler that the framework puts into each request in place of another. As it
/// does so it makes the map of all paths anew, for the label of a metric should the request fail: a twentieth of what a
/// command cost. Where one does fail it makes the map again, and there is time for it then. So the first handler of
/// REST's that is seen goes into all later requests before: it has no state, and is not replaced.
@Singleton
class RefusedTokens {

    private static final int AFTER_REST = SecurityHandlerPriorities.AUTHENTICATION - 2;

    private volatile @Nullable Object handler;

    void onEveryRequest(@Observes Filters filters) {
        // Of two filters with one priority the framework's comes first: the one to be replaced is there by now.
        filters.register(this::useKnown, SecurityHandlerPriorities.AUTHENTICATION);
        filters.register(this::learn, AFTER_REST);
    }

    private void useKnown(RoutingContext request) {
        if (handler != null) {
            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, handler);
        }
        request.next();
    }

    private void learn(RoutingContext request) {
        // The one to be replaced knows its request, and must not go into another.
        if (handler == null
                && !(request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler)) {
            handler = request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        }
        request.next();
    }
}
