package refocus.eventsourcing.http;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import refocus.eventsourcing.audit.AccessRelay;
import refocus.eventsourcing.projection.Operations;
import refocus.eventsourcing.relay.Relay;

/// Whether what follows the log is *advancing*; being behind is no illness, standing still is.
///
/// Not part of readiness: with Kafka away, commands and local views go on, and no instance should be taken out for it.
@Wellness
@Singleton
class Advancing implements HealthCheck {

    private static final double STILL_SECONDS = Duration.ofMinutes(1).toSeconds();

    private final Relay relay;
    private final AccessRelay accesses;
    private final Operations operations;

    @Inject
    Advancing(Relay relay, AccessRelay accesses, Operations operations) {
        this.relay = relay;
        this.accesses = accesses;
        this.operations = operations;
    }

    @Override
    public HealthCheckResponse call() {
        Relay.Status relaying = relay.status();
        Relay.Status accessing = accesses.status();
        List<Operations.BuildStatus> builds = operations.builds();
        long still = builds.stream()
                .filter(build -> build.lagSeconds() > STILL_SECONDS)
                .count();
        long parked = builds.stream().mapToLong(Operations.BuildStatus::parked).sum();
        return HealthCheckResponse.named("advancing")
                .withData("relay", relaying.state().name())
                .withData("relayWhy", relaying.why())
                .withData("accessRelay", accessing.state().name())
                .withData("accessRelayWhy", accessing.why())
                .withData("buildsStandingStill", still)
                .withData("parkedStreams", parked)
                .status(!relaying.isIll() && !accessing.isIll() && still == 0 && parked == 0)
                .build();
    }
}
