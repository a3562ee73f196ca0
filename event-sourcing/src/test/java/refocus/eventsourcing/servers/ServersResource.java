package refocus.eventsourcing.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/// Gives a Quarkus test its servers: the run's own PostgreSQL, Kafka and issuer, with databases of this test's own and
/// empty topics.
///
/// ```java
/// @WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
/// ```
///
/// `keys` = `false` leaves the database of subject keys out.
public final class ServersResource implements QuarkusTestResourceLifecycleManager {

    private String service = "test";
    private boolean keys = true;

    @Override
    public void init(Map<String, String> args) {
        service = args.getOrDefault("service", service);
        keys = Boolean.parseBoolean(args.getOrDefault("keys", "true"));
    }

    @Override
    public Map<String, String> start() {
        try {
            return settings(Servers.ofThisRun());
        } catch (Exception failed) {
            throw new IllegalStateException("no servers to test on", failed);
        }
    }

    private Map<String, String> settings(Servers servers) throws Exception {
        var services = new LinkedHashSet<>(Topics.recordingServices());
        services.add(service);
        Topics.renew(servers.kafka(), services);
        var own = "%s_%x".formatted(service, System.nanoTime());
        var settings = new HashMap<>(database(servers, own, service, ""));
        if (keys) {
            settings.putAll(database(servers, own + "_keys", service + "_keys", "keys"));
            settings.put("refocus.master-key", Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)));
        }
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("quarkus.oidc.auth-server-url", servers.issuer());
        return settings;
    }

    private static Map<String, String> database(Servers servers, String name, String purpose, String datasource)
            throws Exception {
        var database = new Database(servers.postgres(), name, purpose);
        database.create();
        return database.settings(datasource);
    }

    /// The servers belong to the run and outlive this test.
    @Override
    public void stop() {}
}
