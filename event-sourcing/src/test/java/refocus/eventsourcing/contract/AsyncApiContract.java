package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Streams;

/// The description of a service's topic, as AsyncAPI 3, told from its streams and kept beside its schemas.
///
/// ```java
/// @Test
/// void the_topic_is_described() {
///     AsyncApiContract.check(STREAMS);
/// }
/// ```
///
/// It is kept as `src/main/resources/events/asyncapi.v1.json`; `-Drefocus.contract=write` brings it up to date.
public final class AsyncApiContract {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// The envelope: CloudEvents in Kafka's binary form.
    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "ce_streamversion",
            "ce_schemaversion",
            "ce_recordedtime",
            "ce_actor",
            "ce_correlationid");

    private AsyncApiContract() {}

    public static void check(Streams streams) {
        check(Path.of(""), streams, "write".equals(System.getProperty("refocus.contract")));
    }

    /// The same for a topic that several services share, kept as `events/{service}-asyncapi.v1.json`.
    public static void check(String topic, String title, Streams streams) {
        check(
                Path.of(""),
                streams.service() + "-asyncapi",
                topic,
                of(topic, title, streams),
                "write".equals(System.getProperty("refocus.contract")));
    }

    static void check(Path module, Streams streams, boolean writing) {
        check(module, "asyncapi", streams.topic(), of(streams), writing);
    }

    private static void check(Path module, String name, String topic, ObjectNode today, boolean writing) {
        var kept = new Samples(module.resolve("src/main/resources/events"));
        if (writing) {
            kept.write(name, 1, today);
        }
        assertThat(kept.find(name, 1))
                .as("the description of %s: run with -Drefocus.contract=write", topic)
                .contains(today);
    }

    static ObjectNode of(Streams streams) {
        return of(streams.topic(), "Refocus: events of the %s service".formatted(streams.service()), streams);
    }

    private static ObjectNode of(String topic, String title, Streams streams) {
        ObjectNode api = JSON.objectNode().put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", title)
                .put("version", "1")
                .put(
                        "description",
                        "Every event of the service's log, in order for each stream, exactly once for readers of"
                                + " committed records, and kept for ever. The key is the stream.");
        api.put("defaultContentType", "application/json");
        ObjectNode channel = api.putObject("channels").putObject("events").put("address", topic);
        channel.putObject("bindings").putObject("kafka").put("topic", topic).put("partitions", 12);
        ObjectNode references = channel.putObject("messages");
        ObjectNode messages = JSON.objectNode();
        for (var stream : streams.types()) {
            for (EventTypes.Type<?> type : stream.events().all()) {
                messages.set(type.name(), message(streams, stream.category(), type));
                references.set(type.name(), reference("#/components/messages/" + type.name()));
            }
        }
        api.putObject("operations")
                .putObject("tell")
                .put("action", "send")
                .set("channel", reference("#/channels/events"));
        ObjectNode components = api.putObject("components");
        components.set("messages", messages);
        components.putObject("schemas").set("envelope", envelope());
        return api;
    }

    private static JsonNode message(Streams streams, String category, EventTypes.Type<?> type) {
        String name = "refocus.%s.%s".formatted(streams.service(), type.name());
        ObjectNode message = JSON.objectNode()
                .put("name", name)
                .put("title", type.name())
                .put("summary", "Version %d, of a stream %s".formatted(type.version(), category))
                .put("contentType", "application/json");
        message.set("headers", reference("#/components/schemas/envelope"));
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .set("schema", reference("schemas/%s.v%d.json".formatted(type.name(), type.version())));
        return message;
    }

    private static ObjectNode envelope() {
        ObjectNode envelope = JSON.objectNode().put("type", "object");
        ObjectNode properties = envelope.putObject("properties");
        HEADERS.forEach(header -> properties.putObject(header).put("type", "string"));
        properties.putObject("ce_causationid").put("type", "string");
        properties.putObject("traceparent").put("type", "string");
        HEADERS.forEach(envelope.putArray("required")::add);
        return envelope;
    }

    private static ObjectNode reference(String to) {
        return JSON.objectNode().put("$ref", to);
    }
}
