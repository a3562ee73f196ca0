package refocus.proving.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import refocus.proving.faults.Findings.Kind;

/// What views must hold, told apart from how they come to hold it: each figure once from the log, once from the view.
///
/// @param database where the view is, as in `reporting`
/// @param fromLog rows of texts out of the table `event`
/// @param fromView the same rows out of the view
record Views(String name, String database, String fromLog, String fromView) {

    static final List<Views> ALL = List.of(
            new Views("session_time", "case", """
                    select w.worker, data->>'heldOn',
                           sum((data->>'minutes')::int + coalesce((data->>'travelMinutes')::int, 0))::text
                    from event cross join jsonb_array_elements_text(data->'workers') as w (worker)
                    where type = 'direct-work-held' group by 1, 2""", """
                    select worker::text, day::text, minutes::text from views.session_time"""),
            new Views("front_door", "case", """
                    select split_part(stream_id, '/', 2), bool_or(type = 'referral-triaged')::text
                    from event where stream_id like 'referral/%' group by 1""", """
                    select referral::text, (triaged_on is not null)::text from views.front_door"""),
            new Views("deadlines", "case", """
                    select split_part(stream_id, '/', 2),
                           case when bool_or(type = 'deadline-met' and (data->>'onTime')::boolean) then 'MET'
                                when bool_or(type in ('deadline-met', 'deadline-missed')) then 'MISSED'
                                else 'OPEN' end
                    from event where stream_id like 'deadline/%' group by 1""", """
                    select deadline::text, state from views.deadlines"""),
            new Views("chronology", "case", """
                    select event_id::text, data->>'child' from event where type = 'direct-work-held'""", """
                    select event::text, child::text from views.chronology where kind = 'direct-work-held'"""),
            new Views("work_fact", "reporting", """
                    select event_id::text, w.worker, data->>'minutes'
                    from event cross join jsonb_array_elements_text(data->'workers') as w (worker)
                    where type = 'direct-work-held'""", """
                    select event_id::text, worker::text, direct::text from views.work_fact"""),
            new Views("worker_week", "reporting", """
                    select w.worker, sum((data->>'minutes')::int)::text
                    from event cross join jsonb_array_elements_text(data->'workers') as w (worker)
                    where type = 'direct-work-held' group by 1""", """
                    select worker::text, sum(direct)::text from views.worker_week group by 1"""),
            new Views("seen_fact", "reporting", """
                    select event_id::text, c->>'child'
                    from event cross join jsonb_array_elements(data->'children') as c
                    where type = 'direct-work-held' and (c->>'seen')::boolean""", """
                    select event_id::text, child::text from views.seen_fact"""),
            new Views("triage_fact", "reporting", """
                    select event_id::text from event
                    where type in ('deadline-set', 'deadline-met') and data->>'rule' = 'next-action'""", """
                    select event_id::text from views.triage_fact"""));

    void compare(Connection log, Connection view, Findings findings) throws SQLException {
        var wanted = rows(log, fromLog);
        var there = rows(view, fromView);
        wanted.forEach((row, count) -> {
            if (!count.equals(there.get(row))) {
                findings.add(Kind.VIEW, "%s lacks %s".formatted(name, row));
            }
        });
        there.forEach((row, _) -> {
            if (!wanted.containsKey(row)) {
                findings.add(Kind.VIEW, "%s has %s, and the log does not".formatted(name, row));
            }
        });
    }

    private static Map<List<String>, Integer> rows(Connection database, String sql) throws SQLException {
        Map<List<String>, Integer> rows = new HashMap<>();
        try (var select = database.createStatement();
                var row = select.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var texts = new String[columns];
                for (int column = 0; column < columns; column++) {
                    texts[column] = String.valueOf(row.getString(column + 1));
                }
                rows.merge(List.of(texts), 1, Integer::sum);
            }
        }
        return rows;
    }
}
