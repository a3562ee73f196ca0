package refocus.eventsourcing.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.NotNow;
import refocus.eventsourcing.log.OwnContext;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.personal.DerivedKeys;

/// Where every read of a record is put down before its answer leaves.
///
/// ```java
/// return disclosures.record(caller, List.of(shown)).replaceWith(reply);
/// ```
@ApplicationScoped
public class Disclosures {

    private static final Logger LOG = Logger.getLogger(Disclosures.class);
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Optional<AccessWriter> writer;

    @Inject
    Disclosures(
            Kept kept,
            Pool pool,
            DerivedKeys keys,
            MeterRegistry meters,
            @ConfigProperty(name = "refocus.access.patience", defaultValue = "PT2S") Duration patience) {
        this.writer = Optional.of(kept)
                .filter(Kept::here)
                .map(_ -> new AccessWriter(new AccessInsert(pool), keys.hash(Chain.PURPOSE), patience, meters));
    }

    /// Made at the start: the first read should not wait for its key.
    void start(@Observes StartupEvent event) {
        if (writer.isPresent()) {
            LOG.info("every read of a record is put down before its answer leaves");
        }
    }

    /// Completes when a row for each is committed. Where they cannot be, fails with 503 `audit-unavailable`: whoever
    /// answers then discloses nothing.
    public Uni<Void> record(Caller caller, List<Disclosed> disclosed) {
        if (disclosed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AccessWriter table = writer.orElseThrow(
                () -> new IllegalStateException("no table of accesses: db/audit is not among the migrations"));
        return OwnContext.backFrom(Uni.createFrom().completionStage(() -> table.write(accesses(caller, disclosed))))
                .onFailure()
                .transform(_ -> new NotNow("audit-unavailable", RETRY_AFTER));
    }

    private static List<Access> accesses(Caller caller, List<Disclosed> disclosed) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String actor = Access.plain(caller.actor());
        String account = Access.plain(caller.account());
        String client = Access.plain(caller.client());
        String roles = Access.roles(caller.roles());
        UUID correlation = caller.correlation();
        return disclosed.stream()
                .map(one -> new Access(
                        Uuids.next(),
                        one.subject(),
                        one.what(),
                        one.basis(),
                        one.reason(),
                        one.results(),
                        actor,
                        account,
                        client,
                        roles,
                        correlation,
                        now))
                .toList();
    }
}
