package refocus.eventsourcing.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.Wake;

/// Publishes the service's log to its topic.
@Singleton
public class Relay {

    /// What the relay is doing; while mending, it publishes again what the broker has lost.
    public enum State {
        OFF,
        STANDING_BY,
        PUBLISHING,
        MENDING,
        FAILING,
        REFUSING
    }

    /// The state it is in, and how far it has come.
    ///
    /// @param why the reason while mending, failing or refusing, else blank
    /// @param through everything recorded up to then has been published
    public record Status(State state, String why, Instant through) {

        public static final Status OFF = new Status(State.OFF, "", Instant.EPOCH);

        /// Whether someone must look.
        public boolean isIll() {
            return state == State.FAILING || state == State.REFUSING || state == State.MENDING;
        }
    }

    private final Optional<Leader> leader;

    @Inject
    Relay(
            Instance<Streams> streams,
            DataSource log,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Wake wake,
            @ConfigProperty(name = "refocus.relay.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.leader = Optional.of(streams)
                .filter(ours -> enabled && ours.isResolvable())
                .map(ours -> new Leader(Publication.ofLog(ours.get()), log, kafka, wake, Duration.ZERO, meters));
    }

    public Status status() {
        return leader.map(Leader::status).orElse(Status.OFF);
    }

    void start(@Observes StartupEvent event) {
        leader.ifPresent(Leader::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (leader.isPresent()) {
            leader.get().stop();
        }
    }
}
