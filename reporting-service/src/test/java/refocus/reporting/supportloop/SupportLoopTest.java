package refocus.reporting.supportloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
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
import refocus.reporting.supportloop.NeedMessage.SupportConfirmedUseful;
import refocus.reporting.supportloop.NeedMessage.SupportNeedDeclined;
import refocus.reporting.supportloop.NeedMessage.SupportNeedRaised;
import refocus.reporting.supportloop.NeedMessage.SupportNotUseful;
import refocus.reporting.supportloop.NeedMessage.SupportSourced;

/// Hand-computed figures of what became of support needs.
class SupportLoopTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static SupportLoop report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new NeedsProjection());
        report = new SupportLoop(story.views());
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
    void of_nothing_raised_there_is_no_share() {
        assertThat(october()).isEqualTo("0/0 - sourced 0 in - useful in - open 0 declined 0 not 0");
    }

    @Test
    void counts_each_need_once_by_its_last_answer() throws Exception {
        raised("2026-10-01");
        story.tell(raised("2026-10-02"), 2, new SupportNeedDeclined(day("2026-10-05")), RECORDED);
        sourced(raised("2026-10-03"), 2, "2026-10-07");
        StreamId useful = sourced(raised("2026-10-04"), 2, "2026-10-14");
        story.tell(useful, 4, new SupportConfirmedUseful(day("2026-11-03")), RECORDED);
        StreamId useless = sourced(raised("2026-10-05"), 2, "2026-10-06");
        story.tell(useless, 4, new SupportNotUseful(day("2026-10-20")), RECORDED);
        assertThat(october()).isEqualTo("1/5 20.0 sourced 3 in 4.0 useful in 30.0 open 2 declined 1 not 1");
    }

    @Test
    void a_need_that_did_not_help_and_was_sourced_again_is_open_again() throws Exception {
        StreamId need = sourced(raised("2026-10-05"), 2, "2026-10-06");
        story.tell(need, 4, new SupportNotUseful(day("2026-10-20")), RECORDED);
        sourced(need, 5, "2026-10-25");
        assertThat(october()).isEqualTo("0/1 0.0 sourced 1 in 1.0 useful in - open 1 declined 0 not 0");
        story.tell(need, 7, new SupportConfirmedUseful(day("2026-11-04")), RECORDED);
        assertThat(october()).isEqualTo("1/1 100.0 sourced 1 in 1.0 useful in 30.0 open 0 declined 0 not 0");
    }

    @Test
    void belongs_to_the_month_it_was_raised_in() throws Exception {
        StreamId need = sourced(raised("2026-09-30"), 2, "2026-10-06");
        story.tell(need, 3, new SupportConfirmedUseful(day("2026-10-20")), RECORDED);
        raised("2026-10-01");
        assertThat(months("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
        assertThat(months("2026-09-30", "2026-10-02", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
    }

    @Test
    void the_middle_of_two_lies_between_them() throws Exception {
        sourced(raised("2026-10-01"), 2, "2026-10-03");
        sourced(raised("2026-10-01"), 2, "2026-10-06");
        assertThat(october()).isEqualTo("0/2 0.0 sourced 2 in 3.5 useful in - open 2 declined 0 not 0");
    }

    @Test
    void as_known_then_it_was_still_open() throws Exception {
        StreamId need = raised("2026-10-01");
        sourced(need, 2, "2026-10-03");
        story.tell(need, 3, new SupportConfirmedUseful(day("2026-10-10")), Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-11-21T00:00:00Z")))
                .isEqualTo("0/1 0.0 sourced 1 in 2.0 useful in - open 1 declined 0 not 0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        raised("2026-10-01");
        StreamId need = sourced(raised("2026-10-05"), 2, "2026-10-06");
        story.tell(need, 4, new SupportNotUseful(day("2026-10-20")), RECORDED);
        sourced(need, 5, "2026-10-25");
        story.tell(need, 7, new SupportConfirmedUseful(day("2026-11-04")), RECORDED);
        assertThat(story.events(report, "2026-10-01", "2026-11-01"))
                .containsExactlyInAnyOrder(
                        "support-need-raised [denominator, open]",
                        "support-need-raised [denominator]",
                        "support-sourced [sourced]",
                        "support-confirmed-useful [numerator]");
    }

    @Test
    void readers_outside_do_not_see_a_few_nor_what_tells_of_them() throws Exception {
        for (int i = 0; i < 20; i++) {
            StreamId need = sourced(raised("2026-10-01"), 2, "2026-10-03");
            story.tell(need, 3, new SupportConfirmedUseful(day("2026-10-05")), RECORDED);
        }
        for (int i = 0; i < 8; i++) {
            raised("2026-10-01");
        }
        story.tell(raised("2026-10-02"), 2, new SupportNeedDeclined(day("2026-10-05")), RECORDED);
        story.tell(raised("2026-10-02"), 2, new SupportNeedDeclined(day("2026-10-05")), RECORDED);
        Row seen = story.totalOutside(report, "2026-10-01", "2026-11-01");
        assertThat(text(seen)).isEqualTo("20/30 66.7 sourced 20 in 2.0 useful in 4.0 open * declined * not 0");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_no_rows() throws Exception {
        sourced(raised("2026-10-05"), 2, "2026-10-06");
        assertThat(story.analystReads("select r::text from reports.support_loop r order by month limit 1"))
                .containsExactly("(2026-10,0,1,0.0,1,1.0,,1,0,0)");
        assertThatThrownBy(() -> story.analystReads(
                        "select 1 from reports.needs_raised('2026-10-01', '2026-11-01', 'infinity')"))
                .hasMessageContaining("permission denied");
    }

    private StreamId raised(String day) throws Exception {
        var need = new StreamId("support-need", UUID.randomUUID());
        story.tell(need, 1, new SupportNeedRaised(day(day)), RECORDED);
        return need;
    }

    private StreamId sourced(StreamId need, long version, String day) throws Exception {
        story.tell(need, version, new SupportSourced(day(day)), RECORDED);
        return need;
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
                "%s/%s %s sourced %s in %s useful in %s open %s declined %s not %s",
                "numerator",
                "denominator",
                "value",
                "sourced",
                "daysToSourced",
                "daysToUseful",
                "open",
                "declined",
                "notUseful");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
