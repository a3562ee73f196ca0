package refocus.eventsourcing.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Views;

/// Lets a reader see its own change: a read that carries a `Consistency-Token` waits for the view to have applied it.
@Singleton
public class Freshness {

    private final Views views;
    private final Instance<Streams> own;

    @Inject
    Freshness(Views views, Instance<Streams> own) {
        this.views = views;
        this.own = own;
    }

    /// Waits up to two seconds; fails with [NotYet][refocus.eventsourcing.projection.NotYet] after.
    ///
    /// A view that is not fed by the token's stream does not wait.
    public Uni<Void> of(Projection<?> view, Caller caller) {
        return caller.wants()
                .filter(token -> feeds(view.feed(), token))
                .map(token -> views.caughtUp(view.name(), token.stream(), token.version()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private boolean feeds(Projection.Feed<?> feed, ConsistencyToken token) {
        boolean ofService =
                switch (feed) {
                    case Projection.Feed.OwnLog<?> _ ->
                        own.isResolvable() && token.service().equals(own.get().service());
                    case Projection.Feed.Topic<?> topic -> topic.types().equals("refocus." + token.service());
                };
        return ofService && feed.categories().contains(token.stream().category());
    }
}
