package refocus.proving.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// Makes a long history straight into the log: valid streams of cases with sessions, over two years.
///
/// Each event is one that the service recorded itself, with another stream, version, id and day. So every text is
/// sealed by the service under the key of a child there is; it opens as where it was first written. The rows are
/// written in transactions of their own and in the order of their streams: relay and projections take them as any
/// other.
record History(Stand stand) {

    private static final int AT_ONCE = 100_000;

    /// Taken once, from the cases that the service made with a session each.
    private static final String PATTERNS = """
            create schema if not exists history;
            create table if not exists history.opened as
                select row_number() over (order by tx, pos) - 1 as n, count(*) over () as of_n,
                       stream_id, type, schema_version, data, meta
                from event where type = 'case-opened';
            create table if not exists history.session as
                select stream_id, type, schema_version, data, meta
                from event where type = 'direct-work-held' and version = 2""";

    private static final String CASES = """
            with made as materialized (
                select 'case/' || gen_random_uuid() as stream_id, o.stream_id as like_stream,
                       o.type, o.schema_version, o.data, o.meta, i
                from generate_series(1, %1$d) i join history.opened o on o.n = i %% o.of_n)
            insert into event (stream_id, version, event_id, command_id, type, schema_version, data, meta, occurred_at)
            select stream_id, version, gen_random_uuid(), gen_random_uuid(), type, schema_version, data, meta,
                   (data->>case when version = 1 then 'openedOn' else 'heldOn' end)::date + interval '10 hours'
            from (
                select stream_id, 1 as version, type, schema_version, meta,
                       jsonb_set(data, '{openedOn}', to_jsonb((current_date - 730)::text)) as data
                from made
                union all
                select m.stream_id, 1 + v, s.type, s.schema_version, s.meta,
                       s.data || jsonb_build_object(
                           'heldOn', current_date - 1 - (m.i * 31 + v * 7) %% 729, 'minutes', 15 + (m.i + v) %% 60)
                from made m cross join generate_series(1, %2$d - 1) v
                join history.session s on s.stream_id = m.like_stream) as event
            order by stream_id, version""";

    /// Makes children with a case and one session each, through the API: what histories are made of.
    static Families patterns(Api api, String service, int count) throws IOException, InterruptedException {
        var families = Families.make(api, service, count);
        families.holdSessions(api, service);
        return families;
    }

    /// Makes cases of so many events each.
    ///
    /// @return the ids of those cases, at most `wanted`
    List<String> cases(int cases, int events, int wanted) throws SQLException {
        try (var connection = stand.connect("case")) {
            var since = horizon(connection);
            try (var create = connection.createStatement()) {
                create.execute(PATTERNS);
            }
            int step = Math.max(1, AT_ONCE / events);
            for (int made = 0; made < cases; made += step) {
                try (var insert = connection.createStatement()) {
                    insert.execute(CASES.formatted(Math.min(step, cases - made), events));
                }
            }
            try (var analyze = connection.createStatement()) {
                analyze.execute("analyze event");
            }
            return ids(connection, since, wanted);
        }
    }

    /// The first transaction that is yet to come.
    static String horizon(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> ids(Connection connection, String since, int wanted) throws SQLException {
        var ids = new ArrayList<String>();
        try (var select = connection.prepareStatement("""
                select split_part(stream_id, '/', 2) from event
                where tx >= ?::text::xid8 and type = 'case-opened' limit ?""")) {
            select.setString(1, since);
            select.setInt(2, wanted);
            var row = select.executeQuery();
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }
}
