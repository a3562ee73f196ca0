package refocus.reporting;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.ProjectedDatabase;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Tells a report's projections what happened, and asks the report: on a real PostgreSQL, without a service.
///
/// Every question that monthly rollups answer is also asked of the facts: both must say the same.
public final class Story implements AutoCloseable {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    private final List<Projection<?>> projections;
    private final ProjectedDatabase rows;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private Story(List<Projection<?>> projections, ProjectedDatabase rows) {
        this.projections = projections;
        this.rows = rows;
        var database = rows.database();
        this.pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(PgConnectOptions.fromUri(database.jdbcUrl().substring("jdbc:".length()))
                        .setUser(database.application())
                        .setPassword(database.application()))
                .build();
    }

    public static Story projectedBy(Projection<?>... projections) throws Exception {
        return new Story(
                Arrays.asList(projections),
                ProjectedDatabase.of(
                        List.of("db/reports", "refocus/reporting/workingdays"), Arrays.asList(projections)));
    }

    /// Nothing has happened yet.
    public void beginAgain() throws SQLException {
        for (Projection<?> projection : projections) {
            rows.forget(projection);
        }
    }

    public Views views() {
        return rows.views(pool);
    }

    /// What an analyst reads with plain SQL, as text.
    public List<String> analystReads(String sql) throws SQLException {
        var database = rows.database();
        try (Connection reader = ProjectedDatabase.connect(database, database.reader());
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return lines;
        }
    }

    /// Something happened in a stream of its own, and was recorded at once.
    public void tell(String category, Object event) throws SQLException {
        tell(new StreamId(category, UUID.randomUUID()), 1, event, Instant.parse("2026-11-20T12:00:00Z"));
    }

    public void tell(StreamId stream, long version, Object event, Instant recordedAt) throws SQLException {
        for (Projection<?> projection : projections) {
            tell(projection, stream, version, event, recordedAt, recordedAt);
        }
    }

    /// Something that happened at another moment than it was recorded.
    public void tell(StreamId stream, long version, Object event, Instant occurredAt, Instant recordedAt)
            throws SQLException {
        for (Projection<?> projection : projections) {
            tell(projection, stream, version, event, occurredAt, recordedAt);
        }
    }

    public Row total(Report report, String from, String to) {
        return figures(report, from, to, Optional.empty()).total();
    }

    public Figures figures(Report report, String from, String to, Optional<By> by) {
        return figures(report, from, to, by, Optional.empty());
    }

    /// Grouped by something else than periods.
    public Figures figures(Report report, String from, String to, String group) {
        return figures(report, from, to, Optional.empty(), Optional.of(group));
    }

    private static Figures figures(Report report, String from, String to, Optional<By> by, Optional<String> group) {
        var period = new Period(LocalDate.parse(from), LocalDate.parse(to));
        Figures now = ask(report, new Question(period, by, group, Optional.empty()));
        Figures byFacts = ask(report, new Question(period, by, group, Optional.of(LATER)));
        if (!now.equals(byFacts)) {
            throw new AssertionError("rollups say %s, facts say %s".formatted(now, byFacts));
        }
        return now;
    }

    public Row totalAsOf(Report report, String from, String to, String asOf) {
        var period = new Period(LocalDate.parse(from), LocalDate.parse(to));
        return ask(report, new Question(period, Optional.empty(), Optional.of(Instant.parse(asOf))))
                .total();
    }

    /// Each part, and the whole last, as text.
    ///
    /// @param format what a row looks like, with a `%s` for each of the columns
    public List<String> lines(Report report, String from, String to, By by, String format, String... columns) {
        Figures figures = figures(report, from, to, Optional.of(by));
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> text(row, format, columns))
                .toList();
    }

    /// The events behind a figure, with the columns they count in.
    public List<String> events(Report report, String from, String to) {
        var asked = new Question(
                new Period(LocalDate.parse(from), LocalDate.parse(to)), Optional.empty(), Optional.empty());
        return report.events(asked, Optional.empty(), 100).await().indefinitely().stream()
                .map(event -> event.type() + " " + event.counts())
                .toList();
    }

    /// What a reader outside the service sees of the whole.
    public Row totalOutside(Report report, String from, String to) {
        return Suppression.of(report.columns(), figures(report, from, to, Optional.of(By.MONTH)))
                .total();
    }

    public static String text(Row row, String format, String... columns) {
        return format.formatted(
                Arrays.stream(columns).map(column -> cell(row, column)).toArray());
    }

    /// A star where it is held back, a dash where there is nothing.
    public static String cell(Row row, String column) {
        return row.shown(column).map(Object::toString).orElse(row.hides(column) ? "*" : "-");
    }

    private static Figures ask(Report report, Question question) {
        return report.answer(question).await().indefinitely();
    }

    @SuppressWarnings("unchecked") // each event is only told to the projections that read its kind
    private <E> void tell(
            Projection<E> projection,
            StreamId stream,
            long version,
            Object event,
            Instant occurredAt,
            Instant recordedAt)
            throws SQLException {
        boolean reads = projection.feed().events().all().stream()
                .anyMatch(type -> type.record().equals(event.getClass()));
        if (reads) {
            rows.project(projection, ProjectedDatabase.recorded(stream, version, (E) event, occurredAt, recordedAt));
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        rows.close();
    }
}
