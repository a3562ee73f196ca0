package refocus.proving.faults;

import java.sql.Connection;
import java.sql.SQLException;
import refocus.proving.faults.Findings.Kind;

/// Every referral has its deadlines, and every one that is over and was not met has been raised, once.
final class Deadlines {

    private static final String WRONG = """
            select stream_id,
                   case when count(*) filter (where type = 'deadline-missed') > 1 then 'raised more than once'
                        when count(*) filter (where type = 'deadline-set') <> 1 then 'not set once'
                        when not bool_or(type in ('deadline-missed', 'deadline-met'))
                             and max(data->>'dueOn')::date < (now() at time zone 'Europe/London')::date
                        then 'over, and neither met nor raised' end as wrong
            from event where stream_id like 'deadline/%' group by 1""";

    private static final String UNSET = """
            select r.stream_id from event r left join (
                select data->>'referral' as referral, count(*) as times from event
                where type = 'deadline-set' group by 1) as d on d.referral = split_part(r.stream_id, '/', 2)
            where r.type = 'referral-received' and coalesce(d.times, 0) <> 2""";

    private Deadlines() {}

    static void compare(Connection log, Findings findings) throws SQLException {
        try (var select = log.createStatement();
                var row = select.executeQuery("select * from (" + WRONG + ") as d where wrong is not null")) {
            while (row.next()) {
                findings.add(Kind.DEADLINE, "%s is %s".formatted(row.getString(1), row.getString(2)));
            }
        }
        try (var select = log.createStatement();
                var row = select.executeQuery(UNSET)) {
            while (row.next()) {
                findings.add(Kind.DEADLINE, "%s has not set off its two deadlines".formatted(row.getString(1)));
            }
        }
    }

    /// How many were raised.
    static long raised(Connection log) throws SQLException {
        try (var select = log.createStatement();
                var row = select.executeQuery("select count(*) from event where type = 'deadline-missed'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
