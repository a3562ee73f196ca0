package refocus.eventsourcing.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.personal.Erases;
import refocus.eventsourcing.personal.SubjectKeys;

/// Before the first request is answered: what was erased is erased, and no key is missing.
///
/// Keys that a restore has brought back are destroyed again. Texts whose key is unknown mean that keys were lost: the
/// service says so and does not start, for it would show blanks where there is a record.
@Singleton
class BeforeServing {

    private static final Logger LOG = Logger.getLogger(BeforeServing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BATCH = 10_000;

    private final boolean hasKeys;
    private final Instance<Streams> streams;
    private final DataSource log;
    private final SubjectKeys keys;
    private final ErasureFile file;

    @Inject
    BeforeServing(
            @ConfigProperty(name = "quarkus.datasource.keys.reactive.url") Optional<String> keysDatabase,
            @ConfigProperty(name = "refocus.erasure-log") Optional<Path> file,
            Instance<Streams> streams,
            DataSource log,
            SubjectKeys keys) {
        this(keysDatabase.isPresent(), file, streams, log, keys);
    }

    private BeforeServing(
            boolean hasKeys, Optional<Path> file, Instance<Streams> streams, DataSource log, SubjectKeys keys) {
        this.hasKeys = hasKeys;
        this.file = new ErasureFile(file);
        this.streams = streams;
        this.log = log;
        this.keys = keys;
    }

    /// Earlier than whatever reads the log.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent event) throws SQLException {
        if (hasKeys && streams.isResolvable()) {
            try (Connection connection = log.getConnection()) {
                check(new SubjectsInLog(connection, erasing(streams.get())), keys, file);
            }
        }
    }

    static void check(SubjectsInLog subjects, SubjectKeys keys, ErasureFile file) throws SQLException {
        subjects.readAll();
        Set<UUID> erased = new HashSet<>(subjects.erased());
        erased.addAll(file.subjects());
        keys.destroy(erased).await().atMost(PATIENCE);
        int lost = lost(subjects, keys);
        if (lost > 0) {
            LOG.fatalf("the keys of %d people in the log are unknown: the keys' database has lost them", lost);
            throw new IllegalStateException(
                    "keys are lost: restore the keys' database from a later copy before serving (%d people)"
                            .formatted(lost));
        }
    }

    private static int lost(SubjectsInLog subjects, SubjectKeys keys) throws SQLException {
        int lost = 0;
        List<UUID> some = subjects.unerased(new UUID(0, 0), BATCH);
        while (!some.isEmpty()) {
            lost += keys.unknown(Set.copyOf(some)).await().atMost(PATIENCE).size();
            some = subjects.unerased(some.getLast(), BATCH);
        }
        return lost;
    }

    /// The stored names of the events that erase, with the component that names others who were erased.
    static Map<String, String> erasing(Streams streams) {
        return streams.types().stream()
                .flatMap(type -> type.events().all().stream())
                .filter(type -> type.record().isAnnotationPresent(Erases.class))
                .collect(Collectors.toMap(
                        type -> type.name(),
                        type -> type.record().getAnnotation(Erases.class).also()));
    }
}
