package refocus.reporting.barriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.barriers.BarrierMessage.BarrierAssigned;
import refocus.reporting.barriers.BarrierMessage.BarrierClosedUnresolved;
import refocus.reporting.barriers.BarrierMessage.BarrierEscalated;
import refocus.reporting.barriers.BarrierMessage.BarrierPaused;
import refocus.reporting.barriers.BarrierMessage.BarrierRaised;
import refocus.reporting.barriers.BarrierMessage.BarrierReopened;
import refocus.reporting.barriers.BarrierMessage.BarrierResolved;
import refocus.reporting.barriers.BarrierMessage.BarrierResumed;
import refocus.reporting.barriers.BarrierMessage.BarrierSupported;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Hand-computed figures of barriers. In 2026 Good Friday is 3 April and Easter Monday 6 April; April ends on a
// Thursday.
class BarriersTest {

    private static Story story;
    private static Barriers report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new BarriersProjection());
        report = new Barriers(story.views());
    }

    @AfterAll
    static void close() throws Exception {
        story.close();
    }

    @BeforeEach
    void begin() throws Exception {
        story.beginAgain();
    }

    @Test
    void of_no_barriers_there_is_no_share() {
        assertThat(open("2026-04-01", "2026-05-01")).isEqualTo("0/0 -, 0 0 0 up to, 0 paused, 0 hours");
    }

    @Nested
    class What_stands {

        @Test
        void is_banded_by_working_days_on_the_last_day() throws Exception {
            raised("ICT", "2026-04-30"); // 0
            raised("ICT", "2026-03-30"); // 21
            raised("ICT", "2026-03-31"); // 20
            raised("ICT", "2026-01-30"); // over 60
            assertThat(age("2026-03-31", "2026-04-30")).isEqualTo(20);
            assertThat(age("2026-03-30", "2026-04-30")).isEqualTo(21);
            assertThat(age("2026-02-03", "2026-04-30")).isEqualTo(60);
            raised("HR", "2026-02-03"); // 60
            raised("HR", "2026-02-02"); // 61
            assertThat(open("2026-04-01", "2026-05-01")).isEqualTo("2/6 33.3, 2 2 2 up to, 0 paused, 0 hours");
        }

        @Test
        void ends_on_the_day_it_is_resolved_or_given_up_and_begins_again_when_reopened() throws Exception {
            StreamId resolved = raised("ICT", "2026-04-01");
            tell(resolved, 2, new BarrierResolved(day("2026-04-20")));
            StreamId given = raised("ICT", "2026-04-01");
            tell(given, 2, new BarrierClosedUnresolved(day("2026-04-20")));
            StreamId again = raised("ICT", "2026-04-01");
            tell(again, 2, new BarrierResolved(day("2026-04-20")));
            tell(again, 3, new BarrierReopened(day("2026-04-22")));
            assertThat(denominator("2026-04-01", "2026-04-20")).isEqualTo("3");
            assertThat(denominator("2026-04-01", "2026-04-21")).isEqualTo("0");
            assertThat(denominator("2026-04-01", "2026-04-23")).isEqualTo("1");
        }

        @Test
        void may_be_paused() throws Exception {
            StreamId barrier = raised("ICT", "2026-04-01");
            tell(barrier, 2, new BarrierPaused(day("2026-04-10")));
            tell(barrier, 3, new BarrierResumed(day("2026-04-20")));
            assertThat(open("2026-04-01", "2026-04-16")).isEqualTo("0/1 0.0, 1 0 0 up to, 1 paused, 0 hours");
            assertThat(open("2026-04-01", "2026-05-01")).isEqualTo("0/1 0.0, 1 0 0 up to, 0 paused, 0 hours");
        }

        @Test
        void costs_the_hours_of_all_who_say_so() throws Exception {
            StreamId barrier = new StreamId("barrier", UUID.randomUUID());
            tell(barrier, 1, new BarrierRaised("ICT", Optional.of(3), day("2026-04-01")));
            story.tell(barrier, 2, new BarrierSupported(Optional.of(2)), Instant.parse("2026-04-10T12:00:00Z"));
            story.tell(barrier, 3, new BarrierSupported(Optional.empty()), Instant.parse("2026-04-11T12:00:00Z"));
            assertThat(open("2026-04-01", "2026-04-05")).endsWith("3 hours");
            assertThat(open("2026-04-01", "2026-05-01")).endsWith("5 hours");
        }

        @Test
        void is_as_it_stands_today_where_the_last_day_is_to_come_and_unknown_of_a_part_to_come() throws Exception {
            raised("ICT", LocalDate.now(Period.WALES).toString());
            String year = Integer.toString(LocalDate.now(Period.WALES).getYear() + 2);
            LocalDate month = LocalDate.now(Period.WALES).withDayOfMonth(1);
            assertThat(open(month.toString(), year + "-01-01")).startsWith("0/1 0.0, 1 0 0 up to");
            assertThat(open(year + "-01-01", year + "-02-01")).isEqualTo("-/- -, - - - up to, - paused, - hours");
        }
    }

    @Nested
    class What_ended {

        @Test
        void took_this_many_working_days_in_the_middle() throws Exception {
            tell(raised("ICT", "2026-04-02"), 2, new BarrierResolved(day("2026-04-07"))); // 1
            tell(raised("ICT", "2026-04-01"), 2, new BarrierResolved(day("2026-04-10"))); // 5
            tell(raised("ICT", "2026-03-20"), 2, new BarrierResolved(day("2026-04-14"))); // 15
            tell(raised("ICT", "2026-03-20"), 2, new BarrierResolved(day("2026-04-07"))); // 10
            assertThat(ended("2026-04-01", "2026-05-01")).isEqualTo("4 in 7.5, 0 reopened 0.0, 0 given up");
            assertThat(ended("2026-05-01", "2026-06-01")).isEqualTo("0 in -, 0 reopened -, 0 given up");
        }

        @Test
        void was_reopened_or_given_up() throws Exception {
            StreamId again = raised("ICT", "2026-04-02");
            tell(again, 2, new BarrierResolved(day("2026-04-07")));
            tell(again, 3, new BarrierReopened(day("2026-05-07")));
            tell(raised("ICT", "2026-04-02"), 2, new BarrierResolved(day("2026-04-07")));
            tell(raised("ICT", "2026-04-02"), 2, new BarrierClosedUnresolved(day("2026-04-07")));
            assertThat(ended("2026-04-01", "2026-05-01")).isEqualTo("2 in 1.0, 1 reopened 50.0, 1 given up");
        }

        @Test
        void counts_once_at_its_last() throws Exception {
            StreamId again = raised("ICT", "2026-04-02");
            tell(again, 2, new BarrierResolved(day("2026-04-07")));
            tell(again, 3, new BarrierReopened(day("2026-04-08")));
            tell(again, 4, new BarrierResolved(day("2026-04-10")));
            assertThat(ended("2026-04-01", "2026-05-01")).isEqualTo("1 in 4.0, 1 reopened 100.0, 0 given up");
        }
    }

    @Nested
    class Grouped {

        @Test
        void by_department_it_belongs_to_whose_it_is_on_that_day() throws Exception {
            StreamId moved = raised("OWN_SERVICE", "2026-04-01");
            story.tell(moved, 2, new BarrierAssigned("ICT"), Instant.parse("2026-04-15T09:00:00Z"));
            raised("HR", "2026-04-01");
            tell(raised("LEGAL", "2026-04-01"), 2, new BarrierResolved(day("2026-04-20")));
            assertThat(groups("2026-04-01", "2026-05-01", "department"))
                    .containsExactly("HR 1 0", "ICT 1 0", "LEGAL 0 1", "total 2 1");
            assertThat(groups("2026-04-01", "2026-04-10", "department"))
                    .containsExactly("HR 1 0", "LEGAL 1 0", "OWN_SERVICE 1 0", "total 3 0");
        }

        @Test
        void by_level_it_belongs_where_it_has_gone_up_to() throws Exception {
            StreamId higher = raised("ICT", "2026-04-01");
            story.tell(higher, 2, new BarrierEscalated(1), Instant.parse("2026-04-15T09:00:00Z"));
            story.tell(higher, 3, new BarrierEscalated(2), Instant.parse("2026-04-25T09:00:00Z"));
            raised("HR", "2026-04-01");
            assertThat(groups("2026-04-01", "2026-05-01", "level")).containsExactly("0 1 0", "2 1 0", "total 2 0");
        }

        @Test
        void a_few_are_held_back_from_readers_outside() throws Exception {
            for (int i = 0; i < 6; i++) {
                raised("ICT", "2026-04-01");
                raised("HR", "2026-04-01");
            }
            raised("LEGAL", "2026-04-01");
            Figures shown =
                    Suppression.of(report.columns(), story.figures(report, "2026-04-01", "2026-05-01", "department"));
            assertThat(shown.items())
                    .extracting(row -> row.key() + " " + cell(row, "denominator") + " " + cell(row, "hoursLost"))
                    .containsExactly("HR * *", "ICT 6 0", "LEGAL * *");
            assertThat(cell(shown.total(), "denominator")).isEqualTo("13");
        }
    }

    @Test
    void parts_are_each_as_on_their_last_day() throws Exception {
        tell(raised("ICT", "2026-02-10"), 2, new BarrierResolved(day("2026-04-07")));
        raised("ICT", "2026-03-10");
        Figures figures = story.figures(report, "2026-01-01", "2026-05-01", Optional.of(By.MONTH));
        assertThat(Stream.concat(figures.items().stream(), Stream.of(figures.total())))
                .extracting(row -> cell(row, "denominator") + " " + cell(row, "resolved"))
                .containsExactly("0 0", "1 0", "2 0", "1 1", "1 1");
    }

    @Test
    void as_known_then_it_was_still_open() throws Exception {
        StreamId barrier = new StreamId("barrier", UUID.randomUUID());
        story.tell(
                barrier,
                1,
                new BarrierRaised("ICT", Optional.empty(), day("2026-04-01")),
                Instant.parse("2026-04-01T12:00:00Z"));
        story.tell(barrier, 2, new BarrierResolved(day("2026-04-10")), Instant.parse("2026-04-20T12:00:00Z"));
        assertThat(cell(story.totalAsOf(report, "2026-04-01", "2026-05-01", "2026-04-15T12:00:00Z"), "denominator"))
                .isEqualTo("1");
        assertThat(cell(story.totalAsOf(report, "2026-04-01", "2026-05-01", "2026-04-20T12:00:00Z"), "denominator"))
                .isEqualTo("0");
    }

    @Test
    void the_order_in_which_events_arrive_does_not_matter() throws Exception {
        StreamId barrier = new StreamId("barrier", UUID.randomUUID());
        tell(barrier, 3, new BarrierReopened(day("2026-04-22")));
        tell(barrier, 2, new BarrierResolved(day("2026-04-20")));
        tell(barrier, 1, new BarrierRaised("ICT", Optional.empty(), day("2026-04-01")));
        assertThat(denominator("2026-04-01", "2026-05-01")).isEqualTo("1");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        raised("ICT", "2026-03-01");
        tell(raised("ICT", "2026-03-01"), 2, new BarrierResolved(day("2026-04-10")));
        tell(raised("ICT", "2026-03-01"), 2, new BarrierResolved(day("2026-03-10")));
        var asked = new Question(new Period(day("2026-04-01"), day("2026-05-01")), Optional.empty(), Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder("barrier-raised [denominator]", "barrier-resolved [resolved]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_counts_working_days() throws Exception {
        tell(raised("ICT", "2026-03-20"), 2, new BarrierResolved(day("2026-04-07")));
        raised("ICT", "2026-03-10");
        assertThat(story.analystReads("select b::text from reports.barriers b order by month limit 2"))
                .containsExactly("(2026-03,0,2,0.0,2,0,0,0,0,,0,,0)", "(2026-04,0,1,0.0,0,1,0,0,1,10.0,0,0.0,0)");
        assertThat(story.analystReads("select reports.working_days(date '2026-03-20', date '2026-04-07')"))
                .containsExactly("10");
    }

    private static StreamId raised(String department, String day) throws Exception {
        var barrier = new StreamId("barrier", UUID.randomUUID());
        tell(barrier, 1, new BarrierRaised(department, Optional.empty(), day(day)));
        return barrier;
    }

    private static void tell(StreamId barrier, long version, BarrierMessage event) throws Exception {
        story.tell(barrier, version, event, Instant.parse("2026-04-30T12:00:00Z"));
    }

    private static int age(String from, String on) throws Exception {
        return Integer.parseInt(story.analystReads("select reports.working_days('%s', '%s')".formatted(from, on))
                .getFirst());
    }

    private static String open(String from, String to) {
        Row row = story.total(report, from, to);
        return "%s/%s %s, %s %s %s up to, %s paused, %s hours"
                .formatted(Stream.of(
                                "numerator",
                                "denominator",
                                "value",
                                "upTo20",
                                "from21To60",
                                "numerator",
                                "paused",
                                "hoursLost")
                        .map(column -> cell(row, column))
                        .toArray());
    }

    private static String denominator(String from, String to) {
        return cell(story.total(report, from, to), "denominator");
    }

    private static String ended(String from, String to) {
        Row row = story.total(report, from, to);
        return "%s in %s, %s reopened %s, %s given up"
                .formatted(Stream.of("resolved", "medianDays", "reopened", "reopenedValue", "closedUnresolved")
                        .map(column -> cell(row, column))
                        .toArray());
    }

    private static List<String> groups(String from, String to, String by) {
        Figures figures = story.figures(report, from, to, by);
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> "%s %s %s".formatted(row.key(), cell(row, "denominator"), cell(row, "resolved")))
                .toList();
    }

    private static String cell(Row row, String column) {
        return row.hides(column) ? "*" : row.shown(column).map(Object::toString).orElse("-");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
