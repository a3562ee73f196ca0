package refocus.eventsourcing.projection;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes one table's changes of a batch: one read of the rows concerned where there is something to fold, the fold in
/// memory, one upsert, one delete.
///
/// Values travel as arrays of text that PostgreSQL casts: one statement whatever the batch holds.
final class TableWriter<R extends Record> {

    private final Connection connection;
    private final Table<R> table;
    private final String qualified;
    private final RowType<R> rows;
    private final List<String> columns;
    private final List<String> key;
    private final int[] columnPlaces;
    private final int[] keyPlaces;
    private final Map<String, String> types;

    TableWriter(Connection connection, String schema, Table<R> table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.qualified = schema + "." + table.name();
        this.rows = new RowType<>(table.row());
        this.columns = rows.columns();
        this.key = table.key().stream().map(RowType::column).toList();
        this.columnPlaces = rows.places(columns);
        this.keyPlaces = rows.places(key);
        this.types = types();
        if (!types.keySet().containsAll(columns)) {
            throw new IllegalStateException("%s lacks columns of %s".formatted(qualified, table.row()));
        }
    }

    /// Reads what it must, and leaves the writing to a script.
    ///
    /// @param changes all of this table, in the order of their events
    void write(List<Change> changes, Script script) throws SQLException {
        var sums = new ArrayList<R>();
        var steps = new LinkedHashMap<List<@Nullable String>, List<Function<Optional<R>, Optional<R>>>>();
        for (Change change : changes) {
            switch (change) {
                case Change.Add<?> add -> sums.add(mine(add.row()));
                case Change.Put<?> given -> {
                    R put = mine(given.row());
                    steps.computeIfAbsent(rows.texts(put, keyPlaces), _ -> new ArrayList<>())
                            .add(_ -> Optional.of(put));
                }
                case Change.Fold<?> fold ->
                    steps.computeIfAbsent(fold.key().stream().map(RowType::text).toList(), _ -> new ArrayList<>())
                            .add(mine(fold));
            }
        }
        fold(steps, script);
        add(sums, script);
    }

    private void fold(Map<List<@Nullable String>, List<Function<Optional<R>, Optional<R>>>> steps, Script script)
            throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        Map<List<@Nullable String>, R> before = read(steps.keySet(), script);
        var upserts = new ArrayList<R>();
        var deletes = new ArrayList<List<@Nullable String>>();
        steps.forEach((rowKey, changes) -> {
            Optional<R> row = Optional.ofNullable(before.get(rowKey));
            for (Function<Optional<R>, Optional<R>> change : changes) {
                row = change.apply(row);
            }
            row.ifPresentOrElse(upserts::add, () -> {
                if (before.containsKey(rowKey)) {
                    deletes.add(rowKey);
                }
            });
        });
        upsert(upserts, column -> column + " = excluded." + column, script);
        delete(deletes, script);
    }

    /// Several sums for one key are one row before they reach the table: a statement may touch a row only once.
    private void add(List<R> sums, Script script) throws SQLException {
        upsert(sums, column -> "%s = %s.%s + excluded.%s".formatted(column, table.name(), column, column), script);
    }

    private Map<List<@Nullable String>, R> read(Collection<List<@Nullable String>> keys, Script script)
            throws SQLException {
        // Key by key: joined, the whole table is read wherever the planner believes that it is small.
        String sql = "select t.* from unnest(%s) as k(%s) cross join lateral (select * from %s t where %s limit 1) t"
                .formatted(
                        key.stream().map(_ -> "?::text[]").collect(joining(", ")),
                        String.join(", ", key),
                        qualified,
                        matching("t", "k"));
        Map<List<@Nullable String>, R> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            var wanted = arrays(keys, key.size(), script);
            for (int column = 0; column < wanted.length; column++) {
                select.setObject(column + 1, wanted[column]);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    R row = rows.row(result);
                    found.put(rows.texts(row, keyPlaces), row);
                }
            }
        }
        return found;
    }

    private void upsert(List<R> written, Function<String, String> set, Script script) throws SQLException {
        if (written.isEmpty()) {
            return;
        }
        List<String> rest =
                columns.stream().filter(column -> !key.contains(column)).toList();
        boolean sums = set.apply("x").contains("+");
        String chosen = columns.stream()
                .map(column -> (sums && rest.contains(column) ? "sum(u.%s::%s)" : "u.%s::%s")
                        .formatted(column, types.get(column)))
                .collect(joining(", "));
        String sql = "insert into %s as %s (%s) select %s from unnest(%s) as u(%s)%s on conflict (%s) do %s"
                .formatted(
                        qualified,
                        table.name(),
                        String.join(", ", columns),
                        chosen,
                        columns.stream().map(_ -> "?::text[]").collect(joining(", ")),
                        String.join(", ", columns),
                        sums
                                ? " group by "
                                        + key.stream()
                                                .map(column -> "u." + column)
                                                .collect(joining(", "))
                                : "",
                        String.join(", ", key),
                        rest.isEmpty()
                                ? "nothing"
                                : "update set " + rest.stream().map(set).collect(joining(", ")));
        script.add(
                sql,
                arrays(
                        written.stream()
                                .map(row -> rows.texts(row, columnPlaces))
                                .toList(),
                        columns.size(),
                        script));
    }

    private void delete(List<List<@Nullable String>> keys, Script script) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        String sql = "delete from %s t using unnest(%s) as k(%s) where %s"
                .formatted(
                        qualified,
                        key.stream().map(_ -> "?::text[]").collect(joining(", ")),
                        String.join(", ", key),
                        matching("t", "k"));
        script.add(sql, arrays(keys, key.size(), script));
    }

    private String matching(String left, String right) {
        return key.stream()
                .map(column -> "%s.%s = %s.%s::%s".formatted(left, column, right, column, types.get(column)))
                .collect(joining(" and "));
    }

    /// One array for each column.
    private static Object[] arrays(Collection<List<@Nullable String>> rows, int width, Script script)
            throws SQLException {
        var arrays = new Object[width];
        for (int column = 0; column < width; column++) {
            int at = column;
            arrays[column] = script.array("text", rows, row -> row.get(at));
        }
        return arrays;
    }

    private Map<String, String> types() throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select attname, format_type(atttypid, atttypmod) from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped""")) {
            select.setString(1, qualified);
            try (ResultSet column = select.executeQuery()) {
                while (column.next()) {
                    found.put(column.getString(1), column.getString(2));
                }
            }
        }
        return found;
    }

    private R mine(Record row) {
        return table.row().cast(row);
    }

    @SuppressWarnings("unchecked") // changes are grouped by their table, and a table has one kind of row
    private Function<Optional<R>, Optional<R>> mine(Change.Fold<?> fold) {
        return ((Change.Fold<R>) fold).step();
    }
}
