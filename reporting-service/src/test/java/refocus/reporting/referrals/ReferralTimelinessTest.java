package refocus.reporting.referrals;

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
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.casework.CaseMessage.DeadlineMet;
import refocus.reporting.casework.CaseMessage.DeadlineMissed;
import refocus.reporting.casework.CaseMessage.DeadlineSet;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Hand-computed figures of how soon referrals were triaged.
class ReferralTimelinessTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static ReferralTimeliness report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new TriageProjection());
        report = new ReferralTimeliness(story.views());
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
    void of_nothing_due_there_is_no_share() {
        assertThat(october()).isEqualTo("0/0 -, 0 undecided");
    }

    @Test
    void counts_in_time_late_and_undecided_of_those_due() throws Exception {
        met(due("2026-10-05"), "2026-10-05", true);
        met(due("2026-10-06"), "2026-10-06", false);
        missed(due("2026-10-07"));
        due("2026-10-08");
        assertThat(october()).isEqualTo("1/4 25.0, 2 undecided");
    }

    @Test
    void done_in_time_and_recorded_late_is_in_time() throws Exception {
        StreamId deadline = due("2026-10-05");
        missed(deadline);
        story.tell(deadline, 3, new DeadlineMet("next-action", day("2026-10-05"), true), RECORDED);
        assertThat(october()).isEqualTo("1/1 100.0, 0 undecided");
    }

    @Test
    void leaves_out_other_deadlines() throws Exception {
        story.tell("deadline", new DeadlineSet("acknowledgement", day("2026-10-05")));
        story.tell("deadline", new DeadlineMet("acknowledgement", day("2026-10-05"), true));
        assertThat(october()).isEqualTo("0/0 -, 0 undecided");
    }

    @Test
    void belongs_to_the_month_it_was_due_in() throws Exception {
        met(due("2026-09-30"), "2026-09-30", true);
        met(due("2026-10-01"), "2026-10-01", false);
        due("2026-11-01");
        assertThat(items("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
        assertThat(items("2026-09-30", "2026-10-02", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
        assertThat(items("2026-07-01", "2026-10-01", By.QUARTER)).containsExactly("1/1", "1/1");
    }

    @Test
    void as_known_then_it_was_still_undecided() throws Exception {
        var deadline = new StreamId("deadline", UUID.randomUUID());
        story.tell(deadline, 1, new DeadlineSet("next-action", day("2026-10-05")), at("2026-10-02T10:00:00Z"));
        story.tell(deadline, 2, new DeadlineMet("next-action", day("2026-10-05"), true), at("2026-10-09T10:00:00Z"));
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-10-08T00:00:00Z")))
                .isEqualTo("0/1 0.0, 1 undecided");
        assertThat(october()).isEqualTo("1/1 100.0, 0 undecided");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        met(due("2026-10-05"), "2026-10-05", true);
        var asked = new Question(new Period(day("2026-10-01"), day("2026-11-01")), Optional.empty(), Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder("deadline-set [denominator]", "deadline-met [numerator]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql() throws Exception {
        met(due("2026-10-05"), "2026-10-05", true);
        met(due("2026-10-06"), "2026-10-06", false);
        due("2026-10-07");
        assertThat(story.analystReads("select r::text from reports.referral_timeliness r"))
                .containsExactly("(2026-10,1,3,33.3,1)");
    }

    private StreamId due(String day) throws Exception {
        var deadline = new StreamId("deadline", UUID.randomUUID());
        story.tell(deadline, 1, new DeadlineSet("next-action", day(day)), RECORDED);
        return deadline;
    }

    private void met(StreamId deadline, String dueOn, boolean onTime) throws Exception {
        story.tell(deadline, 2, new DeadlineMet("next-action", day(dueOn), onTime), RECORDED);
    }

    private void missed(StreamId deadline) throws Exception {
        story.tell(deadline, 2, new DeadlineMissed(), RECORDED);
    }

    private String october() {
        return text(story.total(report, "2026-10-01", "2026-11-01"));
    }

    private List<String> items(String from, String to, By by) {
        Figures figures = story.figures(report, from, to, Optional.of(by));
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> cell(row, "numerator") + "/" + cell(row, "denominator"))
                .toList();
    }

    private static String text(Row row) {
        return "%s/%s %s, %s undecided"
                .formatted(
                        cell(row, "numerator"), cell(row, "denominator"), cell(row, "value"), cell(row, "undecided"));
    }

    private static String cell(Row row, String column) {
        return row.shown(column).map(Object::toString).orElse("-");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
