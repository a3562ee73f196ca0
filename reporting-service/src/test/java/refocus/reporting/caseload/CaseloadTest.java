package refocus.reporting.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.casework.CaseMessage.AllocationEnded;
import refocus.reporting.casework.CaseMessage.CaseClosed;
import refocus.reporting.casework.CaseMessage.CaseOpened;
import refocus.reporting.casework.CaseMessage.CaseReopened;
import refocus.reporting.casework.CaseMessage.WorkerAllocated;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.staffing.Contracts;

/// Hand-computed figures of what is held, and of what nobody holds.
class CaseloadTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static Caseload report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new AllocationsProjection(), Contracts.projection());
        report = new Caseload(story.views());
    }

    @AfterAll
    static void close() throws Exception {
        story.close();
    }

    @BeforeEach
    void begin() throws Exception {
        story.beginAgain();
    }

    private static final UUID AMINA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CARYS = UUID.randomUUID();

    private final UUID nia = UUID.randomUUID();

    @Test
    void of_nobody_in_post_there_is_no_caseload() {
        assertThat(october()).isEqualTo("0/0 - points 0 heads 0 workers 0: - - - none for 0 -");
    }

    @Test
    void counts_what_is_open_on_the_last_day_for_each_full_time_equivalent() throws Exception {
        joined(AMINA, "1", "2026-01-01");
        joined(BEN, "0.5", "2026-01-01");
        held(AMINA, "2026-09-01", "3");
        held(AMINA, "2026-10-31", "2.5");
        held(BEN, "2026-10-01", "1");
        held(BEN, "2026-11-01", "4");
        assertThat(october()).isEqualTo("3/1.5 2.0 points 6.5 heads 2 workers 2: 1.5 1.9 2 none for 0 -");
    }

    @Test
    void a_hold_ends_on_the_day_it_ends() throws Exception {
        Allocation hold = held(AMINA, "2026-09-01", "3");
        ended(hold, 3, "2026-10-31");
        Allocation other = held(AMINA, "2026-09-01", "3");
        ended(other, 3, "2026-11-01");
        assertThat(months("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("2/0", "1/0", "1/0");
    }

    @Test
    void months_of_stock_do_not_add_up() throws Exception {
        held(AMINA, "2026-08-01", "1");
        assertThat(months("2026-07-01", "2026-10-01", By.MONTH)).containsExactly("0/0", "1/0", "1/0", "1/0");
        assertThat(months("2026-07-01", "2026-10-01", By.QUARTER)).containsExactly("1/0", "1/0");
    }

    @Test
    void shows_how_it_is_spread_and_nobody_in_particular() throws Exception {
        for (int i = 0; i < 10; i++) {
            held(AMINA, "2026-09-01", "1");
        }
        held(BEN, "2026-09-01", "1");
        for (int i = 0; i < 4; i++) {
            held(CARYS, "2026-09-01", "1");
        }
        assertThat(october()).isEqualTo("15/0 - points 15 heads 0 workers 3: 4.0 8.8 10 none for 0 -");
    }

    @Test
    void a_case_waits_while_nobody_leads_it_since_it_opened_or_lost_its_lead() throws Exception {
        opened("2026-10-01");
        ended(held(AMINA, "2026-09-01", "1"), 3, "2026-10-11");
        var beside = opened("2026-10-26");
        story.tell(beside, 2, allocated(UUID.randomUUID(), BEN, "CO", "2026-10-26", Optional.empty()), RECORDED);
        assertThat(october()).isEqualTo("1/0 - points 0 heads 0 workers 1: 1.0 1.0 1 none for 3 20.0");
    }

    @Test
    void a_closed_case_does_not_wait_and_a_reopened_one_waits_anew() throws Exception {
        StreamId file = opened("2026-08-01");
        story.tell(file, 2, new CaseClosed(nia, day("2026-09-30")), RECORDED);
        assertThat(waiting("2026-09-01", "2026-10-01")).isEqualTo("0 -");
        assertThat(waiting("2026-08-01", "2026-09-01")).isEqualTo("1 30.0");
        story.tell(file, 3, new CaseReopened(nia, day("2026-10-21")), RECORDED);
        assertThat(waiting("2026-10-01", "2026-11-01")).isEqualTo("1 10.0");
    }

    @Test
    void an_allocation_told_before_staff_says_who_that_is_counts_all_the_same() throws Exception {
        held(AMINA, "2026-09-01", "1");
        assertThat(october()).isEqualTo("1/0 - points 1 heads 0 workers 1: 1.0 1.0 1 none for 0 -");
        joined(AMINA, "0.5", "2026-01-01");
        assertThat(october()).isEqualTo("1/0.5 2.0 points 1 heads 1 workers 1: 1.0 1.0 1 none for 0 -");
    }

    @Test
    void as_known_then_it_was_still_held() throws Exception {
        Allocation hold = held(AMINA, "2026-09-01", "1");
        story.tell(
                hold.file(),
                3,
                new AllocationEnded(hold.id(), day("2026-10-10")),
                Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(Story.cell(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-11-21T00:00:00Z"), "numerator"))
                .isEqualTo("1");
        assertThat(Story.cell(story.total(report, "2026-10-01", "2026-11-01"), "numerator"))
                .isEqualTo("0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        joined(AMINA, "1", "2026-01-01");
        held(AMINA, "2026-09-01", "1");
        opened("2026-10-20");
        ended(held(AMINA, "2026-08-01", "1"), 3, "2026-09-01");
        assertThat(story.events(report, "2026-10-01", "2026-11-01"))
                .containsExactlyInAnyOrder(
                        "worker-joined [denominator, headcount]",
                        "worker-allocated [numerator]",
                        "case-opened [unallocated]",
                        "case-opened [unallocated]");
    }

    @Test
    void readers_outside_see_nothing_of_a_few_workers() throws Exception {
        for (int i = 0; i < 6; i++) {
            held(AMINA, "2026-09-01", "1");
            joined(UUID.randomUUID(), "1", "2026-01-01");
        }
        Row seen = story.totalOutside(report, "2026-10-01", "2026-11-01");
        assertThat(text(seen)).isEqualTo("6/6 1.0 points 6 heads 6 workers *: * * * none for 0 -");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_no_rows() throws Exception {
        joined(AMINA, "0.5", "2026-01-01");
        held(AMINA, "2026-09-10", "2");
        assertThat(story.analystReads("select r::text from reports.caseload r order by month limit 1"))
                .containsExactly("(2026-09,1,0.5,2.0,2,1,1,1.0,1.0,1,0,)");
        assertThatThrownBy(() -> story.analystReads("select 1 from reports.holds_on('2026-10-01', 'infinity', true)"))
                .hasMessageContaining("permission denied");
    }

    private record Allocation(StreamId file, UUID id) {}

    private StreamId opened(String day) throws Exception {
        var file = new StreamId("case", UUID.randomUUID());
        story.tell(file, 1, new CaseOpened(nia, day(day)), RECORDED);
        return file;
    }

    private Allocation held(UUID worker, String from, String points) throws Exception {
        var hold = new Allocation(opened(from), UUID.randomUUID());
        story.tell(
                hold.file(),
                2,
                allocated(hold.id(), worker, "LEAD", from, Optional.of(new BigDecimal(points))),
                RECORDED);
        return hold;
    }

    private static WorkerAllocated allocated(
            UUID id, UUID worker, String role, String from, Optional<BigDecimal> points) {
        return new WorkerAllocated(id, worker, role, day(from), points);
    }

    private void ended(Allocation hold, long version, String to) throws Exception {
        story.tell(hold.file(), version, new AllocationEnded(hold.id(), day(to)), RECORDED);
    }

    private void joined(UUID worker, String fte, String from) throws Exception {
        story.tell(new StreamId("worker", worker), 1, Contracts.joined(fte, from), RECORDED);
    }

    private String waiting(String from, String to) {
        Row row = story.total(report, from, to);
        return Story.cell(row, "unallocated") + " " + Story.cell(row, "waitingDays");
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
                "%s/%s %s points %s heads %s workers %s: %s %s %s none for %s %s",
                "numerator",
                "denominator",
                "value",
                "points",
                "headcount",
                "workers",
                "median",
                "ninetieth",
                "highest",
                "unallocated",
                "waitingDays");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
