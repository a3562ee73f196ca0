package refocus.eventsourcing.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The register of builds, and the making and swapping of them.
final class Builds {

    /// What every build keeps beside its own tables.
    private static final String OWN = """
            create table applied (stream_id text primary key, version bigint not null);
            create table checkpoint (
                slot int primary key, major bigint not null, minor bigint not null, through timestamptz not null);
            create table parked_stream (
                stream_id text primary key, reason text not null, since timestamptz not null default now(),
                asked text check (asked in ('RETRY', 'DISCARD')), asked_why text, asked_by text);
            create table parked_event (
                id bigint generated always as identity primary key, stream_id text not null, version bigint not null,
                event_id uuid not null, type text not null, schema_version int not null, data text not null,
                meta jsonb not null, occurred_at timestamptz not null, recorded_at timestamptz not null,
                broken text);
            create index parked_event_stream on parked_event (stream_id, id);
            create table passed_by (type text primary key, events bigint not null);
            """;

    private Builds() {}

    /// Those of a projection that are not retired, oldest first.
    static List<Build> of(Connection connection, String projection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select projection, version, build, schema_name, state from projections.build
                where projection = ? and state <> 'RETIRED' order by version, build""")) {
            select.setString(1, projection);
            return builds(select);
        }
    }

    static Optional<Build> serving(Connection connection, String projection) throws SQLException {
        return of(connection, projection).stream()
                .filter(build -> build.state() == Build.State.SERVING)
                .findFirst();
    }

    /// Begins a build from zero; the first of all serves at once.
    static Build begin(Connection connection, Projection<?> projection, List<String> readers) throws SQLException {
        connection.setAutoCommit(false);
        try {
            boolean first = of(connection, projection.name()).isEmpty();
            int number = next(connection, projection);
            String schema = Build.schema(projection.name(), projection.version(), number);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
                statement.execute("set local search_path to " + schema);
                statement.execute(OWN);
                if (!projection.tables().isEmpty()) {
                    statement.execute(ddl(projection.name()));
                }
                statement.execute("set local search_path to public");
            }
            insert(connection, projection, number, schema);
            Build.State state = first ? Build.State.SERVING : Build.State.BUILDING;
            var build = new Build(projection.name(), projection.version(), number, schema, state);
            if (first) {
                serve(connection, build, projection.tables(), readers);
            }
            connection.commit();
            return build;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// Points the readers at a build; the one that served before is retired. In the caller's transaction.
    static void serve(Connection connection, Build build, List<Table<?>> tables, List<String> readers)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String own : List.of("applied", "checkpoint", "parked")) {
                view(
                        statement,
                        "views.%s_%s".formatted(own, build.projection()),
                        "%s.%s".formatted(build.schema(), own.equals("parked") ? "parked_stream" : own));
            }
            for (Table<?> table : tables) {
                view(statement, "views." + table.name(), build.schema() + "." + table.name());
                document(connection, statement, build.schema() + "." + table.name(), "views." + table.name());
                for (String reader : readers) {
                    statement.execute("grant select on views.%s to %s".formatted(table.name(), reader));
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update projections.build set state = case when schema_name = ? then 'SERVING' else 'RETIRED' end,
                       served_at = case when schema_name = ? then now() else served_at end
                where projection = ? and (state = 'SERVING' or schema_name = ?)""")) {
            update.setString(1, build.schema());
            update.setString(2, build.schema());
            update.setString(3, build.projection());
            update.setString(4, build.schema());
            update.executeUpdate();
        }
    }

    /// Drops the schema of what no longer serves.
    static void dropRetired(Connection connection, String projection) throws SQLException {
        var schemas = new ArrayList<String>();
        try (PreparedStatement select = connection.prepareStatement("""
                select schema_name from projections.build b join pg_namespace n on n.nspname = b.schema_name
                where projection = ? and state = 'RETIRED'""")) {
            select.setString(1, projection);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    schemas.add(row.getString(1));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                statement.execute("drop schema %s cascade".formatted(schema));
            }
        }
    }

    /// One hash over all rows of a table, whatever their order.
    static String digest(Connection connection, String schema, Table<?> table) throws SQLException {
        String sql = """
                select coalesce(md5(string_agg(row_hash, '' order by row_hash)), '')
                from (select md5(t::text) as row_hash from %s.%s t) as hashes""".formatted(schema, table.name());
        try (Statement statement = connection.createStatement();
                ResultSet hash = statement.executeQuery(sql)) {
            hash.next();
            return hash.getString(1);
        }
    }

    /// Readers' views keep their name, and what depends on them, as long as columns are only added.
    private static void view(Statement statement, String view, String table) throws SQLException {
        statement.execute("savepoint before_view");
        try {
            statement.execute("create or replace view %s as select * from %s".formatted(view, table));
        } catch (SQLException _) {
            statement.execute("rollback to savepoint before_view");
            statement.execute("drop view %s cascade".formatted(view));
            statement.execute("create view %s as select * from %s".formatted(view, table));
        }
    }

    /// Carries the tables' and columns' descriptions over to what analysts see.
    private static void document(Connection connection, Statement statement, String table, String view)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select case when a.attnum is null then format('comment on view %s is %L', ?, d.description)
                            else format('comment on column %s.%I is %L', ?, a.attname, d.description) end
                from pg_description d left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
                                                              and d.objsubid > 0
                where d.objoid = ?::regclass and d.classoid = 'pg_class'::regclass""")) {
            select.setString(1, view);
            select.setString(2, view);
            select.setString(3, table);
            try (ResultSet comment = select.executeQuery()) {
                while (comment.next()) {
                    statement.execute(comment.getString(1));
                }
            }
        }
    }

    private static int next(Connection connection, Projection<?> projection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(build), 0) + 1 from projections.build where projection = ? and version = ?")) {
            select.setString(1, projection.name());
            select.setInt(2, projection.version());
            try (ResultSet number = select.executeQuery()) {
                number.next();
                return number.getInt(1);
            }
        }
    }

    private static void insert(Connection connection, Projection<?> projection, int number, String schema)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into projections.build (projection, version, build, schema_name, state)
                values (?, ?, ?, ?, 'BUILDING')""")) {
            insert.setString(1, projection.name());
            insert.setInt(2, projection.version());
            insert.setInt(3, number);
            insert.setString(4, schema);
            insert.executeUpdate();
        }
    }

    private static List<Build> builds(PreparedStatement select) throws SQLException {
        var builds = new ArrayList<Build>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                builds.add(new Build(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        Build.State.valueOf(row.getString(5))));
            }
        }
        return builds;
    }

    private static String ddl(String projection) {
        String path = "projections/%s.sql".formatted(projection);
        try (InputStream sql = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (sql == null) {
                throw new IllegalStateException(path + " is missing: it makes the tables of the projection");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
