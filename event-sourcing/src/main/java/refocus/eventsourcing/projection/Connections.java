package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.SQLException;

/// Where a follower gets the connection it lives on.
@FunctionalInterface
interface Connections {
    Connection get() throws SQLException;
}
