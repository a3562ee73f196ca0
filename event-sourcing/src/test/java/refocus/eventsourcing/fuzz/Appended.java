package refocus.eventsourcing.fuzz;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/// What a request left behind.
interface Appended {

    /// Of these requests, by the id that each is traced by, those that recorded anything.
    Set<UUID> because(Collection<UUID> correlations);

    /// In the service's own log. A service without one records nothing.
    ///
    /// @param alarms the types of events that tell of a refused attempt itself
    static Appended inTheLog(Set<String> alarms) {
        return correlations -> {
            var config = ConfigProvider.getConfig();
            try (var database = DriverManager.getConnection(
                            config.getValue("quarkus.datasource.jdbc.url", String.class),
                            config.getValue("quarkus.datasource.username", String.class),
                            config.getValue("quarkus.datasource.password", String.class));
                    var select = database.prepareStatement("""
                    select distinct (meta ->> 'correlation')::uuid from event
                    where (meta ->> 'correlation')::uuid = any (?) and type <> all (?)""")) {
                select.setArray(1, database.createArrayOf("uuid", correlations.toArray()));
                select.setArray(2, database.createArrayOf("text", alarms.toArray()));
                var found = new TreeSet<UUID>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
                return found;
            } catch (SQLException e) {
                if ("42P01".equals(e.getSQLState())) {
                    return Set.of();
                }
                throw new IllegalStateException(e);
            }
        };
    }
}
