package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/// What operators did to projections, and why.
final class Audit {

    private Audit() {}

    static void record(
            Connection connection, String projection, Optional<String> stream, String act, String reason, String actor)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into projections.audit (projection, stream_id, act, reason, actor) values (?, ?, ?, ?, ?)""")) {
            insert.setString(1, projection);
            insert.setString(2, stream.orElse(null));
            insert.setString(3, act);
            insert.setString(4, reason);
            insert.setString(5, actor);
            insert.executeUpdate();
        }
    }
}
