package refocus.eventsourcing.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.projection.NotYet;
import refocus.eventsourcing.projection.Operations;
import refocus.eventsourcing.projection.Operations.ParkedStream;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.servers.ServersResource;

/// Corrupt, unknown and missing events on a topic park their own stream and hold up no other.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "library"))
class PoisonTest {

    private static final String VIEW = "loans_heard";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Operations operations;

    @Inject
    Views views;

    @Inject
    Loans.FromTopic heard;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void a_record_without_an_envelope_is_kept_and_the_rest_flows() {
        String key = "loan/" + UUID.randomUUID();
        producer.send(new ProducerRecord<>("refocus.library.events", key.getBytes(UTF_8), new byte[] {0, (byte) 0xff}));
        UUID after = lent();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rows(after)).isEqualTo(1);
            assertThat(parked(key))
                    .hasValueSatisfying(parked -> assertThat(parked.reason()).contains("no readable"));
        });
    }

    @Test
    void an_unknown_type_parks_its_stream_until_somebody_discards_it() {
        UUID loan = UUID.randomUUID();
        send(loan, 1, "book-lent", "{\"borrower\":\"%s\"}".formatted(UUID.randomUUID()));
        send(loan, 2, "book-eaten", "{}");
        send(loan, 3, "book-returned", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked("loan/" + loan)).hasValueSatisfying(parked -> {
                    assertThat(parked.reason()).isEqualTo("unknown type book-eaten");
                    assertThat(parked.events()).isEqualTo(2);
                }));
        assertThat(out(loan)).isTrue();

        operations.retry(VIEW, "loan/" + loan, "perhaps it is known by now", "a test");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked("loan/" + loan))
                        .hasValueSatisfying(parked -> assertThat(parked.asked()).isEmpty()));

        operations.discard(VIEW, "loan/" + loan, "books are not eaten", "a test");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked("loan/" + loan)).isEmpty());
        assertThat(out(loan)).isFalse();
    }

    @Test
    void a_missing_version_parks_its_stream_and_a_late_one_does_not_repeat() {
        UUID loan = UUID.randomUUID();
        send(loan, 1, "book-lent", "{\"borrower\":\"%s\"}".formatted(UUID.randomUUID()));
        send(loan, 1, "book-lent", "{\"borrower\":\"%s\"}".formatted(UUID.randomUUID()));
        send(loan, 3, "book-returned", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked("loan/" + loan))
                        .hasValueSatisfying(
                                parked -> assertThat(parked.reason()).isEqualTo("version 3 came after 1")));
        operations.discard(VIEW, "loan/" + loan, "the gap was looked at", "a test");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(out(loan)).isFalse());
    }

    @Test
    void data_that_is_not_what_it_should_be_parks_its_stream() {
        UUID loan = UUID.randomUUID();
        send(loan, 1, "book-lent", "{\"borrower\":\"not a uuid\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked("loan/" + loan)).isPresent());
        assertThatThrownBy(() -> views.caughtUp(VIEW).await().atMost(PATIENCE)).isInstanceOf(NotYet.class);
    }

    private UUID lent() {
        UUID loan = UUID.randomUUID();
        send(loan, 1, "book-lent", "{\"borrower\":\"%s\"}".formatted(UUID.randomUUID()));
        return loan;
    }

    private void send(UUID loan, long version, String type, String data) {
        var event =
                new ProducerRecord<>("refocus.library.events", ("loan/" + loan).getBytes(UTF_8), data.getBytes(UTF_8));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "refocus.library." + type,
                        "ce_time", Instant.now().toString(),
                        "ce_recordedtime", Instant.now().toString(),
                        "ce_streamversion", Long.toString(version),
                        "ce_schemaversion", "1",
                        "ce_actor", "a test",
                        "ce_correlationid", UUID.randomUUID().toString())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        producer.send(event);
    }

    private Optional<ParkedStream> parked(String stream) {
        return operations.parked(VIEW).stream()
                .filter(parked -> parked.stream().equals(stream))
                .findFirst();
    }

    private int rows(UUID loan) {
        return views.list(heard.loans(), "where t.loan = $1", loan)
                .await()
                .atMost(PATIENCE)
                .size();
    }

    private boolean out(UUID loan) {
        return views.list(heard.loans(), "where t.loan = $1", loan)
                .await()
                .atMost(PATIENCE)
                .getFirst()
                .out();
    }
}
