package refocus.eventsourcing.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// One Kafka broker that is its own controller, on the loopback interface only.
///
/// The directory is formatted once and kept when the broker closes.
public final class EmbeddedKafka implements AutoCloseable {

    private static final String SCRAM = "SCRAM-SHA-512";

    private final String bootstrapServers;
    private final KafkaRaftServer server;

    private EmbeddedKafka(String bootstrapServers, KafkaRaftServer server) {
        this.bootstrapServers = bootstrapServers;
        this.server = server;
    }

    /// Starts a broker on `home/kafka`; port 0 takes a free one.
    public static EmbeddedKafka start(Path home, int port, int controllerPort) throws Exception {
        var broker = "localhost:" + (port == 0 ? FreePort.pick() : port);
        var controller = "localhost:" + (controllerPort == 0 ? FreePort.pick() : controllerPort);
        return start(home, broker, controller, broker, List.of(), Map.of());
    }

    /// Starts a broker that speaks TLS only, asks who one is, and allows what its lists allow.
    ///
    /// @param users their passwords, by name; among them the broker's own, `broker`, who may do everything
    public static EmbeddedKafka startSecured(Path home, Certificates certificates, Map<String, String> users)
            throws Exception {
        var broker = "localhost:" + FreePort.pick();
        var controller = "localhost:" + FreePort.pick();
        var scram = users.entrySet().stream()
                .map(user -> "%s=[name=%s,password=%s]".formatted(SCRAM, user.getKey(), user.getValue()))
                .toList();
        return start(
                home,
                broker,
                controller,
                broker,
                scram,
                secured(broker, controller, certificates, users.get("broker")));
    }

    private static EmbeddedKafka start(
            Path home,
            String broker,
            String controller,
            String advertised,
            List<String> scram,
            Map<String, String> more)
            throws Exception {
        var logs = home.resolve("kafka");
        if (Files.notExists(logs.resolve("meta.properties"))) {
            format(logs, scram);
        }
        var all = new HashMap<>(settings(logs, broker, controller, advertised));
        all.putAll(more);
        var server = new KafkaRaftServer(new KafkaConfig(all, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(broker, server);
    }

    /// Runs a broker until the process is told to stop: `home port controllerPort advertisedPort`. It tells its
    /// clients to come by the last, where something may stand between.
    public static void main(String... args) throws Exception {
        var broker = start(
                Path.of(args[0]),
                "localhost:" + args[1],
                "localhost:" + args[2],
                "localhost:" + args[3],
                List.of(),
                Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        broker.server.awaitShutdown();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path logs, List<String> scram) throws Exception {
        Files.createDirectories(logs);
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(logs.toString())
                .addDirectory(logs.toString())
                .setScramArguments(scram)
                .run();
    }

    /// The controller listens on the loopback interface to its own broker, who has no name there.
    private static Map<String, String> secured(
            String broker, String controller, Certificates certificates, String password) {
        return Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://%s,CONTROLLER://%s".formatted(broker, controller)),
                Map.entry("advertised.listeners", "SASL_SSL://" + broker),
                Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", SCRAM),
                Map.entry("sasl.mechanism.inter.broker.protocol", SCRAM),
                Map.entry("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login("broker", password)),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", certificates.keys().toString()),
                Map.entry("ssl.keystore.password", Certificates.PASSWORD),
                Map.entry("ssl.key.password", Certificates.PASSWORD),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificates.authority().toString()),
                Map.entry("ssl.enabled.protocols", "TLSv1.3"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:broker;User:ANONYMOUS"));
    }

    /// What a client of a secured broker is told: to believe this authority only, and who it is.
    public static Map<String, String> client(Path authority, String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                SCRAM,
                "sasl.jaas.config",
                login(user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.toString(),
                "ssl.enabled.protocols",
                "TLSv1.3");
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private static Map<String, String> settings(Path logs, String broker, String controller, String advertised) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://%s,CONTROLLER://%s".formatted(broker, controller)),
                Map.entry("advertised.listeners", "PLAINTEXT://" + advertised),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", logs.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // One broker: what is written for the broker's own use can have one copy only.
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // 128 MB by default, more than the whole heap of a small broker.
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
    }
}
