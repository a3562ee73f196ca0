package refocus.feedback;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Everything that a database holds: each row of each table, with its transaction and its place.
record Dump(DataSource database) {

    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
              and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')""";

    List<String> everything() throws SQLException {
        try (Connection connection = database.getConnection()) {
            var rows = new ArrayList<String>();
            for (String table : texts(connection, TABLES)) {
                rows.addAll(texts(
                        connection,
                        "select '%1$s ' || t.xmin || ' ' || t.ctid || ' ' || t::text from %1$s t".formatted(table)));
            }
            return rows;
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
