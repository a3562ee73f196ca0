package refocus.reporting.workingdays;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.calendar.WorkingDays;

/// Writes the calendar into `reports.working_day`, so that reports and analysts count working days by subtracting.
///
/// It is written again whenever the calendar has changed: a newly proclaimed holiday needs nothing here.
public final class WorkingDayTable implements JavaMigration {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate PAST = LocalDate.of(2100, 1, 1);

    private final List<Day> days = days();

    /// @param number how many working days there were up to and with this day
    private record Day(LocalDate date, int number) {}

    private static List<Day> days() {
        var calendar = new WorkingDays();
        var days = new ArrayList<Day>();
        int number = 0;
        for (LocalDate date = FIRST; date.isBefore(PAST); date = date.plusDays(1)) {
            number += calendar.counts(date) ? 1 : 0;
            days.add(new Day(date, number));
        }
        return List.copyOf(days);
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null; // it is repeatable
    }

    @Override
    public String getDescription() {
        return "working days";
    }

    @Override
    public Integer getChecksum() {
        return Arrays.hashCode(days.stream().mapToInt(Day::number).toArray());
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists reports.working_day (day date primary key, number integer not null);
                    truncate reports.working_day;
                    comment on table reports.working_day is
                        'The working days of Wales, counted: between two days there are as many as their numbers differ by.';
                    comment on column reports.working_day.day is 'A civil day.';
                    comment on column reports.working_day.number is
                        'How many working days there were from 2000 up to and with this day.';""");
        }
        write(connection);
    }

    private void write(Connection connection) throws SQLException {
        Array dates =
                connection.createArrayOf("date", days.stream().map(Day::date).toArray());
        Array numbers = connection.createArrayOf(
                "integer", days.stream().map(Day::number).toArray());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into reports.working_day select * from unnest(?, ?)")) {
            insert.setArray(1, dates);
            insert.setArray(2, numbers);
            insert.executeUpdate();
        }
    }
}
