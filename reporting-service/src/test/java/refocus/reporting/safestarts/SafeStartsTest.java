package refocus.reporting.safestarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.recruiting.Recruitment;
import refocus.reporting.recruiting.RecruitmentMessage;

/// Hand-computed figures of how people were let start.
class SafeStartsTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static SafeStarts report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(Recruitment.projection());
        report = new SafeStarts(story.views());
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
    void of_no_starts_there_is_no_share() {
        assertThat(october()).isEqualTo("0/0 - early 0 - neither 0 -");
    }

    @Test
    void every_mandatory_check_was_in_first() throws Exception {
        application(
                offered("DBS_ENHANCED", "REFERENCE"),
                told("2026-09-20", Recruitment.verified("DBS_ENHANCED")),
                told("2026-09-20", Recruitment.reference(true, "2026-09-20")),
                told("2026-09-21", Recruitment.reference(true, "2026-09-21")),
                hired("2026-10-01", false, "DBS_ENHANCED"));
        assertThat(october()).isEqualTo("1/1 100.0 early 0 0.0 neither 0 0.0");
    }

    @Test
    void a_check_that_came_between_the_hire_and_the_start_was_in_first() throws Exception {
        application(
                offered("DBS_ENHANCED"),
                hired("2026-10-10", true),
                told("2026-10-09", Recruitment.verified("DBS_ENHANCED")));
        assertThat(october()).isEqualTo("1/1 100.0 early 0 0.0 neither 0 0.0");
    }

    @Test
    void an_approved_assessment_that_covers_what_was_open_lets_start_early() throws Exception {
        application(
                offered("DBS_ENHANCED", "IDENTITY"),
                told("2026-09-20", Recruitment.verified("IDENTITY")),
                told("2026-09-21", Recruitment.assessed("2026-09-21", "DBS_ENHANCED")),
                told("2026-09-22", Recruitment.earlyStartApproved("2026-09-22")),
                hired("2026-10-01", true, "IDENTITY"));
        assertThat(october()).isEqualTo("0/1 0.0 early 1 100.0 neither 0 0.0");
    }

    @Test
    void an_assessment_without_approval_or_that_covers_less_is_an_incident() throws Exception {
        application(
                offered("DBS_ENHANCED"),
                told("2026-09-21", Recruitment.assessed("2026-09-21", "DBS_ENHANCED")),
                hired("2026-10-01", true));
        application(
                offered("DBS_ENHANCED", "IDENTITY"),
                told("2026-09-21", Recruitment.assessed("2026-09-21", "DBS_ENHANCED")),
                told("2026-09-22", Recruitment.earlyStartApproved("2026-09-22")),
                hired("2026-10-01", true));
        application(
                offered("DBS_ENHANCED"),
                told("2026-09-21", Recruitment.assessed("2026-09-21", "DBS_ENHANCED")),
                told("2026-09-22", Recruitment.earlyStartApproved("2026-09-22")),
                told("2026-09-23", Recruitment.assessed("2026-09-23", "DBS_ENHANCED")),
                hired("2026-10-01", true));
        assertThat(october()).isEqualTo("0/3 0.0 early 0 0.0 neither 3 100.0");
    }

    @Test
    void recruitments_word_is_not_taken_for_it() throws Exception {
        application(offered("DBS_ENHANCED"), hired("2026-10-01", false));
        application(
                offered("DBS_ENHANCED"),
                hired("2026-10-01", false),
                told("2026-10-02", Recruitment.verified("DBS_ENHANCED")));
        application(
                offered("REFERENCE"),
                told("2026-09-20", Recruitment.reference(true, "2026-09-20")),
                told("2026-09-20", Recruitment.reference(false, "2026-09-20")),
                hired("2026-10-01", false));
        application(
                offered("DBS_ENHANCED"),
                told("2026-09-20", Recruitment.verified("DBS_ENHANCED")),
                told("2026-09-25", Recruitment.failed("DBS_ENHANCED", "2026-09-25")),
                hired("2026-10-01", false));
        application(
                offered("REGISTRATION"),
                told("2026-09-20", Recruitment.verifiedUntil("REGISTRATION", "2026-09-30")),
                hired("2026-10-01", false));
        assertThat(october()).isEqualTo("0/5 0.0 early 0 0.0 neither 5 100.0");
    }

    @Test
    void a_check_counts_on_its_last_day() throws Exception {
        application(
                offered("REGISTRATION"),
                told("2026-09-20", Recruitment.verifiedUntil("REGISTRATION", "2026-10-01")),
                hired("2026-10-01", false));
        assertThat(october()).isEqualTo("1/1 100.0 early 0 0.0 neither 0 0.0");
    }

    @Test
    void where_nothing_was_mandatory_recruitments_word_stands() throws Exception {
        application(offered(), hired("2026-10-01", false));
        application(hired("2026-10-01", true));
        assertThat(october()).isEqualTo("1/2 50.0 early 0 0.0 neither 1 50.0");
    }

    @Test
    void belongs_to_the_month_of_the_first_day() throws Exception {
        application(offered(), hired("2026-09-30", false));
        application(offered(), hired("2026-10-01", false));
        assertThat(months("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/1", "1/1", "2/2");
        assertThat(months("2026-07-01", "2026-10-01", By.QUARTER)).containsExactly("1/1", "1/1");
    }

    @Test
    void as_known_then_there_was_no_check() throws Exception {
        StreamId application = application(offered("DBS_ENHANCED"), hired("2026-10-01", false));
        story.tell(
                application,
                3,
                Recruitment.verified("DBS_ENHANCED"),
                Instant.parse("2026-09-28T09:00:00Z"),
                Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-11-21T00:00:00Z")))
                .isEqualTo("0/1 0.0 early 0 0.0 neither 1 100.0");
        assertThat(october()).isEqualTo("1/1 100.0 early 0 0.0 neither 0 0.0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        application(
                offered("IDENTITY"), told("2026-09-20", Recruitment.verified("IDENTITY")), hired("2026-10-01", false));
        application(
                offered("DBS_ENHANCED"),
                told("2026-09-21", Recruitment.assessed("2026-09-21", "DBS_ENHANCED")),
                told("2026-09-22", Recruitment.earlyStartApproved("2026-09-22")),
                hired("2026-10-01", true));
        assertThat(story.events(report, "2026-10-01", "2026-11-01"))
                .containsExactlyInAnyOrder(
                        "hire-confirmed [denominator, numerator]",
                        "check-verified [numerator]",
                        "hire-confirmed [denominator, early]",
                        "early-start-approved [early]");
    }

    @Test
    void readers_outside_do_not_see_a_few_nor_what_tells_of_them() throws Exception {
        for (int i = 0; i < 18; i++) {
            application(offered(), hired("2026-10-01", false));
        }
        for (int i = 0; i < 2; i++) {
            application(offered("DBS_ENHANCED"), hired("2026-10-01", false));
        }
        Row seen = story.totalOutside(report, "2026-10-01", "2026-11-01");
        assertThat(text(seen)).isEqualTo("*/20 * early 0 0.0 neither * *");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_no_rows() throws Exception {
        application(offered(), hired("2026-10-01", false));
        assertThat(story.analystReads("select r::text from reports.safe_starts r order by month limit 1"))
                .containsExactly("(2026-10,1,1,100.0,0,0.0,0,0.0)");
        assertThatThrownBy(() -> story.analystReads(
                        "select 1 from reports.starts_judged('2026-10-01', '2026-11-01', 'infinity')"))
                .hasMessageContaining("permission denied");
    }

    private record Told(Instant at, RecruitmentMessage what) {}

    private static Told told(String day, RecruitmentMessage what) {
        return new Told(Instant.parse(day + "T10:00:00Z"), what);
    }

    private static Told offered(String... conditionalOn) {
        return told("2026-09-10", Recruitment.offered("2026-09-10", conditionalOn));
    }

    private static Told hired(String startsOn, boolean early, String... checks) {
        return told("2026-09-25", Recruitment.hired(startsOn, early, checks));
    }

    private StreamId application(Told... events) throws Exception {
        var application = new StreamId("application", UUID.randomUUID());
        for (int i = 0; i < events.length; i++) {
            story.tell(application, i + 1, events[i].what(), events[i].at(), RECORDED);
        }
        return application;
    }

    private String october() {
        return text(story.total(report, "2026-10-01", "2026-11-01"));
    }

    private List<String> months(String from, String to, By by) {
        return story.lines(report, from, to, by, "%s/%s", "numerator", "denominator");
    }

    private static String text(Row row) {
        return Story.text(
                row,
                "%s/%s %s early %s %s neither %s %s",
                "numerator",
                "denominator",
                "value",
                "early",
                "earlyShare",
                "neither",
                "neitherShare");
    }
}
