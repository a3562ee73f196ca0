package refocus.eventsourcing.servers;

import java.nio.file.Files;
import java.nio.file.Path;
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
        return start(home, broker, controller, broker);
    }

    private static EmbeddedKafka start(Path home, String broker, String controller, String advertised)
            throws Exception {
        var logs = home.resolve("kafka");
        if (Files.notExists(logs.resolve("meta.properties"))) {
            format(logs);
        }
        var settings = new KafkaConfig(settings(logs, broker, controller, advertised), false);
        var server = new KafkaRaftServer(settings, Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(broker, server);
    }

    /// Runs a broker until the process is told to stop: `home port controllerPort advertisedPort`. It tells its clients
    /// to come by the last, where something may stand between.
    public static void main(String... args) throws Exception {
        var broker = start(Path.of(args[0]), "localhost:" + args[1], "localhost:" + args[2], "localhost:" + args[3]);
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

    private static void format(Path logs) throws Exception {
        Files.createDirectories(logs);
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(logs.toString())
                .addDirectory(logs.toString())
                .run();
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
