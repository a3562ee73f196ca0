package refocus.eventsourcing.servers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import refocus.eventsourcing.servers.ServersProcess.Running;

/// The same servers from images, for whoever has a Docker engine and wants the suite to run on them.
final class Containers {

    private Containers() {}

    static Running postgres() {
        var postgres = new PostgreSQLContainer("postgres:18")
                .withDatabaseName("postgres")
                .withUsername("postgres")
                .withPassword("postgres")
                .withCommand("postgres", "-c", "max_connections=200");
        postgres.start();
        var url = "jdbc:postgresql://%s:%d/postgres?user=postgres&password=postgres"
                .formatted(postgres.getHost(), postgres.getFirstMappedPort());
        return new Running(url, postgres);
    }

    static Running kafka() {
        var kafka = new KafkaContainer("apache/kafka-native:4.1.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        kafka.start();
        return new Running(kafka.getBootstrapServers(), kafka);
    }
}
