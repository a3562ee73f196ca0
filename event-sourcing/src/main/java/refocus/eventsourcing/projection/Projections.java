package refocus.eventsourcing.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.reaction.Reaction;
import refocus.eventsourcing.reaction.ReactionHandler;

/// Runs the service's projections and reactions: a follower for each build that is not retired.
///
/// The register of builds is in the database, so that a rebuild asked of one instance is seen by all; which instance
/// follows is settled by the followers' locks.
@Singleton
public class Projections {

    private static final Logger LOG = Logger.getLogger(Projections.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private record Running(Follower follower, Thread thread) {}

    private final List<Projection<?>> projections;
    private final List<Reaction<?>> reactions;
    private final DataSource database;
    private final Feeds feeds;
    private final Advances advances;
    private final MeterRegistry meters;
    private final List<String> readers;
    private final boolean enabled;
    private final Turns turns = new Turns();
    private final Map<String, Running> running = new HashMap<>();
    private volatile boolean stopping;
    private volatile Thread supervisor = new Thread(() -> {}, "projections");

    @Inject
    Projections(
            @All List<Projection<?>> projections,
            @All List<Reaction<?>> reactions,
            DataSource database,
            Feeds feeds,
            Advances advances,
            @ConfigProperty(name = "refocus.views.readers") Optional<List<String>> readers,
            @ConfigProperty(name = "refocus.projections.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.projections = projections;
        this.reactions = reactions;
        this.database = database;
        this.feeds = feeds;
        this.advances = advances;
        this.readers = readers.orElse(List.of());
        this.enabled = enabled;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            supervisor = Thread.ofPlatform().name("projections").daemon().start(this::supervise);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        supervisor.interrupt();
        supervisor.join(5000);
    }

    /// Every projection there is code for; reactions are not among them.
    List<Projection<?>> all() {
        return projections;
    }

    /// Projections, and reactions as projections without tables.
    Stream<Projection<?>> followed() {
        return Stream.concat(projections.stream(), reactions.stream().map(ReactionHandler::asProjection));
    }

    List<String> readers() {
        return readers;
    }

    private void supervise() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                for (Projection<?> projection : followed().toList()) {
                    follow(connection, projection);
                }
            } catch (SQLException | RuntimeException failure) {
                if (!stopping) {
                    LOG.warnf("projections wait for the database: %s", failure.getMessage());
                }
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                stopping = true;
            }
        }
        running.values().forEach(one -> {
            one.follower().stop();
            one.thread().interrupt();
        });
        for (Running one : running.values()) {
            join(one.thread());
        }
    }

    private void follow(Connection connection, Projection<?> projection) throws SQLException {
        List<Build> builds = Builds.of(connection, projection.name());
        if (builds.stream().noneMatch(build -> build.version() == projection.version())) {
            builds = new ArrayList<>(builds);
            builds.add(Builds.begin(connection, projection, readers));
        }
        var wanted = new ArrayList<String>();
        for (Build build : builds) {
            // A build of another version stands as it is: the code that made it is gone.
            if (build.version() == projection.version()) {
                wanted.add(build.schema());
                running.computeIfAbsent(build.schema(), _ -> begin(projection, build));
            }
        }
        boolean ended = running.entrySet().removeIf(one -> {
            boolean gone = one.getKey().startsWith(projection.name() + "_v") && !wanted.contains(one.getKey());
            if (gone) {
                one.getValue().follower().stop();
                join(one.getValue().thread());
            }
            return gone;
        });
        if (ended) {
            Builds.dropRetired(connection, projection.name());
        }
    }

    private Running begin(Projection<?> projection, Build build) {
        Follower follower = follower(projection, build);
        return new Running(
                follower, Thread.ofPlatform().name(build.schema()).daemon().start(follower));
    }

    private <E> Follower follower(Projection<E> projection, Build build) {
        Projection.Feed<E> feed = projection.feed();
        boolean narrow = feed instanceof Projection.Feed.Topic<E> topic && topic.narrow();
        return new Follower(
                projection,
                build,
                new Intake<>(feed.events(), narrow, handler(projection)),
                connection -> feeds.open(feed, connection),
                database::getConnection,
                new Swap(readers),
                turns,
                new Followed(build.schema(), meters, () -> advances.advanced(projection.name())));
    }

    private static <E> Handler<E> handler(Projection<E> projection) {
        return projection instanceof ReactionHandler.Reacting<E> reacting
                ? event -> reacting.react(event).thenApply(_ -> List.of())
                : (Recorded<E> event) -> CompletableFuture.completedFuture(projection.apply(event));
    }

    private static void join(Thread thread) {
        try {
            thread.join(5000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
