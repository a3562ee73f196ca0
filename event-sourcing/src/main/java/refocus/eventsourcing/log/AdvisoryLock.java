package refocus.eventsourcing.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// A lock of the database session, held as long as the connection lives or until it is given back.
///
/// Given back explicitly, because a pooled connection outlives its use.
public final class AdvisoryLock implements AutoCloseable {

    private final Connection connection;
    private final String name;

    private AdvisoryLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// Takes the lock if nobody has it.
    public static Optional<AdvisoryLock> tryOn(Connection connection, String name) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)
                ? Optional.of(new AdvisoryLock(connection, name))
                : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
