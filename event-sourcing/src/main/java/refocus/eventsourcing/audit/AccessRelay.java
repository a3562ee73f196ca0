package refocus.eventsourcing.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.Wake;
import refocus.eventsourcing.relay.Leader;
import refocus.eventsourcing.relay.Publication;
import refocus.eventsourcing.relay.Relay;

/// Publishes the access records to the topic that all services share for them: what is there, nobody with the database
/// in their hands can take back.
@Singleton
public class AccessRelay {

    /// The rows in the shape of the log's.
    private static final String ROWS = """
            (select a.tx, a.pos, 'access/' || a.writer as stream_id, a.seq as version, a.id as event_id,
                    case a.basis when 'DENIED' then 'access-denied' else 'record-viewed' end as type,
                    1 as schema_version,
                    jsonb_strip_nulls(jsonb_build_object(
                        'subject', a.subject, 'what', a.what, 'basis', nullif(a.basis, 'DENIED'), 'reason', a.reason,
                        'results', case when a.basis <> 'DENIED' then a.results end,
                        'actor', a.actor, 'account', a.account, 'client', a.client,
                        'roles', string_to_array(a.roles, ' '), 'mac', a.mac)) as data,
                    jsonb_build_object('actor', a.actor, 'correlation', a.correlation) as meta,
                    a.occurred_at, a.recorded_at
             from access_record a)""";

    /// At the rate of reads, a Kafka transaction for every few rows would cost more than the reads.
    private static final Duration REST = Duration.ofMillis(250);

    private final Optional<Leader> leader;

    @Inject
    AccessRelay(
            Kept kept,
            Instance<Streams> streams,
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "refocus.relay.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.leader = Optional.of(streams)
                .filter(ours -> enabled && kept.here() && ours.isResolvable())
                // Nobody wakes it: at the rate of reads, that would keep every reader of the log awake as well.
                .map(ours -> new Leader(publication(ours.get().service()), database, kafka, new Wake(), REST, meters));
    }

    static Publication publication(String service) {
        return new Publication("access", service, "access", AccessEvent.TOPIC, true, ROWS);
    }

    public Relay.Status status() {
        return leader.map(Leader::status).orElse(Relay.Status.OFF);
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
