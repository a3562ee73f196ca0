package refocus.eventsourcing.fuzz;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import refocus.eventsourcing.canary.Canary;
import refocus.eventsourcing.canary.Search;
import refocus.eventsourcing.servers.Servers;

/// Wherever a service keeps what it was told: its database, by table and by type of event, and the topics.
interface Stores {

    /// The places where a canary stands in clear.
    Set<String> holding(Canary canary);

    /// Those of the service under test.
    static Stores ofTheService() {
        return canary -> {
            Config config = ConfigProvider.getConfig();
            try {
                String admin = Servers.ofThisRun().postgres();
                String address = config.getValue("quarkus.datasource.jdbc.url", String.class);
                String name = address.substring(address.lastIndexOf('/') + 1);
                return Search.database(admin.replace("/postgres?", "/" + name + "?"), name, canary)
                        .and(Search.topics(config.getValue("kafka.bootstrap.servers", String.class), canary))
                        .found();
            } catch (IOException | SQLException | ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
    }
}
