package refocus.eventsourcing.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import refocus.eventsourcing.log.Wake;

/// The feeds that this instance follows; the newest events of each are read once for all its followers.
@Singleton
class Feeds {

    private final DataSource database;
    private final Wake wake;
    private final Map<String, Object> kafka;
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    @Inject
    Feeds(DataSource database, Wake wake, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.wake = wake;
        this.kafka = kafka;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (Newest one : newest.values()) {
            one.stop();
        }
    }

    /// A source on the follower's own connection.
    Source open(Projection.Feed<?> feed, Connection connection) {
        return switch (feed) {
            case Projection.Feed.OwnLog<?> log -> ownLog(log, connection);
            case Projection.Feed.Topic<?> topic -> topic(topic);
        };
    }

    private Source ownLog(Projection.Feed<?> log, Connection connection) {
        return new SharedSource(
                newest.computeIfAbsent(
                        "the log",
                        name -> new Newest(name, () -> {
                            Connection own = database.getConnection();
                            return new LogReader(own, wake, own::close);
                        })),
                () -> new LogReader(connection, wake, () -> {}),
                event -> event.concerns(log));
    }

    private Source topic(Projection.Feed.Topic<?> topic) {
        Reader.Opening opening = () -> new TopicReader(kafka, topic.topic(), topic.types());
        return new SharedSource(
                newest.computeIfAbsent(topic.topic(), name -> new Newest(name, opening)),
                opening,
                event -> event.concerns(topic));
    }
}
