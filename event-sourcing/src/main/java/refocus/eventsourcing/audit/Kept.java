package refocus.eventsourcing.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether this service keeps access records: it does where their table is among its migrations.
@Singleton
class Kept {

    private static final String TABLE = "db/audit";

    private final boolean kept;

    @Inject
    Kept(@ConfigProperty(name = "quarkus.flyway.locations") Optional<List<String>> migrations) {
        this.kept = migrations.filter(all -> all.contains(TABLE)).isPresent();
    }

    boolean here() {
        return kept;
    }
}
