package refocus.reporting.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.recruiting.Recruitment;
import refocus.reporting.staffing.Contracts;

/// Hand-computed figures of who is in post, of how many posts.
class WorkforceTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static Workforce report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(Contracts.projection(), Recruitment.projection());
        report = new Workforce(story.views());
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
    void of_no_establishment_there_is_no_share() throws Exception {
        joined("0.8", "2026-09-01");
        assertThat(october()).isEqualTo("0.8/0 - heads 1 left 0 vacant 0 -0.8 agency 0 0 -");
    }

    @Test
    void who_is_in_post_on_the_last_day_counts_and_who_begins_later_does_not() throws Exception {
        established("10", "2026-01-01");
        joined("1", "2026-09-01");
        joined("0.6", "2026-10-31");
        joined("1", "2026-11-01");
        assertThat(october()).isEqualTo("1.6/10 16.0 heads 2 left 0 vacant 0 8.4 agency 0 0 0.0");
    }

    @Test
    void a_contract_is_for_what_was_said_last_from_its_day_on() throws Exception {
        established("2", "2026-01-01");
        StreamId worker = joined("1", "2026-01-01");
        story.tell(worker, 2, Contracts.changed("0.5", "2026-10-15"), RECORDED);
        assertThat(months("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/2", "0.5/2", "0.5/2");
    }

    @Test
    void who_left_is_in_post_on_the_last_day_and_counted_where_it_fell() throws Exception {
        StreamId here = joined("1", "2026-01-01");
        story.tell(here, 2, Contracts.left("2026-10-31"), RECORDED);
        StreamId gone = joined("1", "2026-01-01");
        story.tell(gone, 2, Contracts.left("2026-10-30"), RECORDED);
        StreamId before = joined("1", "2026-01-01");
        story.tell(before, 2, Contracts.left("2026-09-30"), RECORDED);
        assertThat(october()).isEqualTo("1/0 - heads 1 left 2 vacant 0 -1 agency 0 0 -");
    }

    @Test
    void leavers_of_the_months_add_up_and_stocks_do_not() throws Exception {
        left(joined("1", "2026-01-01"), "2026-08-10");
        left(joined("1", "2026-01-01"), "2026-09-10");
        joined("1", "2026-01-01");
        Figures figures = story.figures(report, "2026-08-01", "2026-10-01", Optional.of(By.MONTH));
        assertThat(figures.items())
                .extracting(row -> Story.cell(row, "headcount") + " " + Story.cell(row, "leavers"))
                .containsExactly("2 1", "1 1");
        assertThat(Story.cell(figures.total(), "headcount") + " " + Story.cell(figures.total(), "leavers"))
                .isEqualTo("1 2");
    }

    @Test
    void a_change_that_was_to_come_after_leaving_does_not_bring_them_back() throws Exception {
        StreamId worker = joined("1", "2026-01-01");
        story.tell(worker, 2, Contracts.changed("0.5", "2026-10-01"), RECORDED);
        story.tell(worker, 3, Contracts.left("2026-09-15"), RECORDED);
        assertThat(october()).isEqualTo("0/0 - heads 0 left 0 vacant 0 0 agency 0 0 -");
    }

    @Test
    void who_comes_back_is_in_post_again() throws Exception {
        StreamId worker = joined("1", "2026-01-01");
        story.tell(worker, 2, Contracts.left("2026-09-15"), RECORDED);
        story.tell(worker, 3, Contracts.joinedFromAgency("0.4", "2026-10-05"), RECORDED);
        established("4", "2026-01-01");
        assertThat(october()).isEqualTo("0.4/4 10.0 heads 1 left 0 vacant 0 3.6 agency 1 0.4 10.0");
    }

    @Test
    void agency_workers_are_in_post_and_stay_agency_when_their_hours_change() throws Exception {
        established("10", "2026-01-01");
        joined("1", "2026-01-01");
        StreamId agency = worker();
        story.tell(agency, 1, Contracts.joinedFromAgency("1", "2026-09-01"), RECORDED);
        story.tell(agency, 2, Contracts.changed("0.5", "2026-10-10"), RECORDED);
        assertThat(october()).isEqualTo("1.5/10 15.0 heads 2 left 0 vacant 0 8.5 agency 1 0.5 5.0");
    }

    @Test
    void a_student_on_placement_holds_no_post_and_leaves_none() throws Exception {
        StreamId student = worker();
        story.tell(student, 1, Contracts.onPlacement("2026-09-01"), RECORDED);
        assertThat(october()).isEqualTo("0/0 - heads 0 left 0 vacant 0 0 agency 0 0 -");
        left(student, "2026-10-20");
        assertThat(october()).isEqualTo("0/0 - heads 0 left 0 vacant 0 0 agency 0 0 -");
    }

    @Test
    void the_establishment_is_what_each_role_of_each_team_was_set_to_last() throws Exception {
        var posts = new StreamId("establishment", UUID.randomUUID());
        story.tell(posts, 1, Contracts.established("5", "2026-01-01"), RECORDED);
        story.tell(posts, 2, Contracts.established("6.5", "2026-10-20"), RECORDED);
        established("2", "2026-01-01");
        assertThat(months("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("0/7", "0/8.5", "0/8.5");
    }

    @Test
    void a_vacancy_is_open_from_its_approval_until_it_is_filled_or_cancelled() throws Exception {
        vacancy("2026-09-10");
        story.tell(vacancy("2026-09-10"), 2, Recruitment.filled("2026-10-31"), RECORDED);
        story.tell(vacancy("2026-09-10"), 2, Recruitment.cancelled("2026-11-01"), RECORDED);
        vacancy("2026-11-01");
        assertThat(october()).isEqualTo("0/0 - heads 0 left 0 vacant 2 0 agency 0 0 -");
    }

    @Test
    void as_known_then_nobody_had_said_that_they_left() throws Exception {
        StreamId worker = worker();
        story.tell(worker, 1, Contracts.joined("1", "2026-01-01"), Instant.parse("2026-01-01T10:00:00Z"));
        story.tell(worker, 2, Contracts.left("2026-10-10"), Instant.parse("2026-11-02T10:00:00Z"));
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-11-01T00:00:00Z")))
                .isEqualTo("1/0 - heads 1 left 0 vacant 0 -1 agency 0 0 -");
        assertThat(october()).isEqualTo("0/0 - heads 0 left 1 vacant 0 0 agency 0 0 -");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        established("2", "2026-01-01");
        StreamId worker = joined("1", "2026-01-01");
        story.tell(worker, 2, Contracts.changed("0.5", "2026-10-15"), RECORDED);
        left(joined("1", "2026-01-01"), "2026-10-15");
        vacancy("2026-10-10");
        assertThat(story.events(report, "2026-10-01", "2026-11-01"))
                .containsExactlyInAnyOrder(
                        "establishment-set [denominator]",
                        "capacity-changed [numerator, headcount]",
                        "worker-left [leavers]",
                        "vacancy-approved [vacancies]");
    }

    @Test
    void readers_outside_do_not_see_what_is_drawn_from_a_few() throws Exception {
        established("20", "2026-01-01");
        for (int i = 0; i < 6; i++) {
            joined("1", "2026-01-01");
        }
        for (int i = 0; i < 2; i++) {
            story.tell(worker(), 1, Contracts.joinedFromAgency("0.5", "2026-01-01"), RECORDED);
        }
        Row seen = story.totalOutside(report, "2026-10-01", "2026-11-01");
        assertThat(text(seen)).isEqualTo("7/20 35.0 heads 8 left 0 vacant 0 13 agency * * *");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_no_rows() throws Exception {
        established("4", "2026-01-01");
        joined("0.5", "2026-09-15");
        assertThat(story.analystReads("select r::text from reports.workforce r order by month limit 2"))
                .containsExactly("(2026-09,0.5,4,12.5,1,0,0,3.5,0,0,0.0)", "(2026-10,0.5,4,12.5,1,0,0,3.5,0,0,0.0)");
        assertThatThrownBy(
                        () -> story.analystReads("select worker from reports.contracts_on('2026-10-01', 'infinity')"))
                .hasMessageContaining("permission denied");
    }

    private static StreamId worker() {
        return new StreamId("worker", UUID.randomUUID());
    }

    private StreamId joined(String fte, String from) throws Exception {
        StreamId worker = worker();
        story.tell(worker, 1, Contracts.joined(fte, from), RECORDED);
        return worker;
    }

    private void left(StreamId worker, String lastDay) throws Exception {
        story.tell(worker, 2, Contracts.left(lastDay), RECORDED);
    }

    private void established(String fte, String from) throws Exception {
        story.tell(new StreamId("establishment", UUID.randomUUID()), 1, Contracts.established(fte, from), RECORDED);
    }

    private StreamId vacancy(String approvedOn) throws Exception {
        var vacancy = new StreamId("vacancy", UUID.randomUUID());
        story.tell(vacancy, 1, Recruitment.approved(approvedOn), RECORDED);
        return vacancy;
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
                "%s/%s %s heads %s left %s vacant %s %s agency %s %s %s",
                "numerator",
                "denominator",
                "value",
                "headcount",
                "leavers",
                "vacancies",
                "vacantFte",
                "agency",
                "agencyFte",
                "agencyShare");
    }
}
