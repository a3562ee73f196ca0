package refocus.eventsourcing.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Statements that go to the database together: one way there and back, however many they are.
///
/// They run one after the other in the connection's transaction, which somebody else must have begun and will commit.
final class Script {

    private final Connection connection;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    Script(Connection connection) {
        this.connection = connection;
    }

    /// @param given for each `?` of the statement
    void add(String statement, @Nullable Object... given) {
        statements.add(statement);
        values.addAll(Arrays.asList(given));
    }

    <T> Array array(String type, Collection<T> from, Function<T, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, from.stream().map(value).toArray());
    }

    /// Runs all of them; none where one fails, once the transaction is rolled back.
    ///
    /// @return how many rows the last of them changed; 0 where there are none
    int run() throws SQLException {
        if (statements.isEmpty()) {
            return 0;
        }
        try (PreparedStatement all = connection.prepareStatement(String.join(";\n", statements))) {
            for (int place = 0; place < values.size(); place++) {
                all.setObject(place + 1, values.get(place));
            }
            int changed = 0;
            boolean rows = all.execute();
            for (int count = all.getUpdateCount(); rows || count >= 0; count = all.getUpdateCount()) {
                changed = Math.max(count, 0);
                rows = all.getMoreResults();
            }
            return changed;
        }
    }
}
