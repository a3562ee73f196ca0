package refocus.eventsourcing.servers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topics of Refocus: events and reads kept for ever, relay positions compacted.
public final class Topics {

    private static final int PARTITIONS = 12;

    private Topics() {}

    /// Creates what is missing for these services; what is there stays as it is.
    public static void create(String bootstrapServers, Collection<String> services) throws Exception {
        create(Map.of("bootstrap.servers", bootstrapServers), services);
    }

    /// The same for a broker that wants more of its clients than to find it.
    public static void create(Map<String, Object> kafka, Collection<String> services) throws Exception {
        try (var admin = Admin.create(kafka)) {
            var there = admin.listTopics().names().get();
            var missing = wanted(services)
                    .filter(Predicate.not(topic -> there.contains(topic.name())))
                    .toList();
            // A broker's list may lag behind what was created or deleted a moment ago.
            await(admin.createTopics(missing).values().values(), TopicExistsException.class);
        }
    }

    /// Gives these services empty topics; what was there is gone.
    public static void renew(String bootstrapServers, Collection<String> services) throws Exception {
        try (var admin = admin(bootstrapServers)) {
            var names = wanted(services).map(NewTopic::name).toList();
            await(admin.deleteTopics(names).topicNameValues().values(), UnknownTopicOrPartitionException.class);
        }
        create(bootstrapServers, services);
    }

    private static void await(Collection<KafkaFuture<Void>> steps, Class<? extends Exception> done) throws Exception {
        for (var step : steps) {
            try {
                step.get();
            } catch (ExecutionException failed) {
                if (!done.isInstance(failed.getCause())) {
                    throw failed;
                }
            }
        }
    }

    private static Stream<NewTopic> wanted(Collection<String> services) {
        return Stream.concat(
                services.stream().flatMap(Topics::ofService), Stream.of(keptForEver("refocus.access", PARTITIONS)));
    }

    private static Stream<NewTopic> ofService(String service) {
        return Stream.of(
                keptForEver("refocus.%s.events".formatted(service), PARTITIONS),
                position("refocus.%s.relay-position".formatted(service)),
                position("refocus.%s.access-position".formatted(service)));
    }

    private static NewTopic position(String name) {
        return topic(name, 1, Map.of("cleanup.policy", "compact"));
    }

    private static NewTopic keptForEver(String name, int partitions) {
        return topic(name, partitions, Map.of("retention.ms", "-1", "retention.bytes", "-1"));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> configs) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /// The services that record events of their own.
    public static List<String> recordingServices() {
        return List.of("case", "staff", "recruitment", "feedback");
    }
}
