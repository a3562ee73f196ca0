package refocus.reporting.childrenseen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.reporting.Story;
import refocus.reporting.casework.CaseMessage.Attendance;
import refocus.reporting.casework.CaseMessage.CaseClosed;
import refocus.reporting.casework.CaseMessage.CaseOpened;
import refocus.reporting.casework.CaseMessage.CaseReopened;
import refocus.reporting.casework.CaseMessage.ChildRecordCreated;
import refocus.reporting.casework.CaseMessage.DirectWorkHeld;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Hand-computed figures of who was seen.
class ChildrenSeenTest {

    private static final UUID AMINA = UUID.randomUUID();
    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private final UUID nia = UUID.randomUUID();
    private final UUID rhys = UUID.randomUUID();
    private final UUID siwan = UUID.randomUUID();

    private static Story story;
    private static ChildrenSeen report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new ChildrenSeenProjection());
        report = new ChildrenSeen(story.views());
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
    void of_no_children_there_is_no_share() {
        assertThat(october()).isEqualTo("0/0 -, alone 0 -");
    }

    @Test
    void counts_each_child_once_and_apart_those_seen_alone() throws Exception {
        opened(nia, "2026-01-05");
        opened(rhys, "2026-01-05");
        opened(siwan, "2026-01-05");
        seen(nia, "2026-10-06", "IN_PERSON", false);
        seen(nia, "2026-10-07", "IN_PERSON", true);
        seen(rhys, "2026-10-07", "IN_PERSON", false);
        assertThat(october()).isEqualTo("2/3 66.7, alone 1 33.3");
    }

    @Test
    void a_call_or_a_video_is_not_seeing() throws Exception {
        opened(nia, "2026-01-05");
        seen(nia, "2026-10-06", "VIDEO", true);
        seen(nia, "2026-10-06", "CALL", true);
        assertThat(october()).isEqualTo("0/1 0.0, alone 0 0.0");
    }

    @Test
    void a_sibling_session_sees_those_it_says_were_seen() throws Exception {
        opened(nia, "2026-01-05");
        opened(rhys, "2026-01-05");
        opened(siwan, "2026-01-05");
        story.tell(
                "case",
                session(
                        "2026-10-06",
                        "IN_PERSON",
                        new Attendance(nia, true, false),
                        new Attendance(rhys, true, true),
                        new Attendance(siwan, false, false)));
        assertThat(october()).isEqualTo("2/3 66.7, alone 1 33.3");
    }

    @Test
    void an_unborn_child_is_not_counted() throws Exception {
        story.tell(new StreamId("child", nia), 1, new ChildRecordCreated(true), RECORDED);
        story.tell(new StreamId("child", rhys), 1, new ChildRecordCreated(false), RECORDED);
        opened(nia, "2026-01-05");
        opened(rhys, "2026-01-05");
        assertThat(october()).isEqualTo("0/1 0.0, alone 0 0.0");
    }

    @Test
    void a_case_is_open_from_the_day_it_opens_to_the_day_it_closes() throws Exception {
        closed(opened(nia, "2026-09-01"), nia, 2, "2026-10-01");
        closed(opened(rhys, "2026-09-01"), rhys, 2, "2026-09-30");
        opened(siwan, "2026-10-31");
        assertThat(october()).isEqualTo("0/2 0.0, alone 0 0.0");
        assertThat(text(story.total(report, "2026-10-02", "2026-10-31"))).isEqualTo("0/0 -, alone 0 -");
    }

    @Test
    void a_reopened_case_was_not_open_in_between() throws Exception {
        StreamId file = opened(nia, "2026-01-05");
        closed(file, nia, 2, "2026-03-10");
        story.tell(file, 3, new CaseReopened(nia, day("2026-06-20")), RECORDED);
        assertThat(items("2026-02-01", "2026-08-01", By.MONTH))
                .containsExactly("0/1", "0/1", "0/0", "0/0", "0/1", "0/1", "0/1");
    }

    @Test
    void two_cases_are_one_child() throws Exception {
        closed(opened(nia, "2026-09-01"), nia, 2, "2026-10-10");
        opened(nia, "2026-10-20");
        seen(nia, "2026-10-21", "IN_PERSON", true);
        assertThat(october()).isEqualTo("1/1 100.0, alone 1 100.0");
    }

    @Test
    void a_child_seen_after_closing_is_not_of_those_with_a_case_open() throws Exception {
        closed(opened(nia, "2026-01-05"), nia, 2, "2026-09-10");
        seen(nia, "2026-10-06", "IN_PERSON", true);
        opened(rhys, "2026-01-05");
        assertThat(october()).isEqualTo("0/1 0.0, alone 0 0.0");
    }

    @Test
    void months_do_not_add_up_to_the_year() throws Exception {
        opened(nia, "2026-01-05");
        opened(rhys, "2026-01-05");
        seen(nia, "2026-09-30", "IN_PERSON", true);
        seen(nia, "2026-10-01", "IN_PERSON", true);
        seen(rhys, "2026-10-31", "IN_PERSON", false);
        assertThat(items("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/2", "2/2", "2/2");
    }

    /// Asked by month and from the facts, as every figure here is.
    @Test
    void months_and_facts_agree_however_cases_open_and_close() throws Exception {
        var random = new Random(20_261_127);
        var children = Stream.generate(UUID::randomUUID).limit(10).toList();
        for (int cases = 0; cases < 40; cases++) {
            UUID child = children.get(random.nextInt(children.size()));
            var day = day("2025-01-01").plusDays(random.nextInt(400));
            StreamId file = opened(child, day.toString());
            int turns = random.nextInt(5);
            for (int version = 2; version < 2 + turns; version++) {
                day = day.plusDays(random.nextInt(70));
                story.tell(
                        file,
                        version,
                        version % 2 == 0 ? new CaseClosed(child, day) : new CaseReopened(child, day),
                        RECORDED);
                seen(child, day.plusDays(random.nextInt(40)).toString(), "IN_PERSON", random.nextBoolean());
            }
        }
        assertThat(items("2025-01-01", "2026-07-01", By.MONTH))
                .hasSize(19)
                .anySatisfy(item -> assertThat(item).isNotEqualTo("0/0"));
    }

    @Test
    void as_known_then_leaves_out_what_was_recorded_later() throws Exception {
        opened(nia, "2026-01-05", "2026-01-05T09:00:00Z");
        opened(rhys, "2026-01-05", "2026-10-15T09:00:00Z");
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-10-10T00:00:00Z")))
                .isEqualTo("0/1 0.0, alone 0 0.0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        closed(opened(nia, "2026-01-05"), nia, 2, "2026-09-10");
        opened(rhys, "2026-01-05");
        seen(nia, "2026-10-06", "IN_PERSON", true);
        seen(rhys, "2026-10-06", "IN_PERSON", true);
        var asked = new Question(new Period(day("2026-10-01"), day("2026-11-01")), Optional.empty(), Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder("case-opened [denominator]", "direct-work-held [numerator, alone]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql() throws Exception {
        closed(opened(nia, "2026-09-05"), nia, 2, "2026-10-10");
        opened(rhys, "2026-10-05");
        seen(nia, "2026-10-06", "IN_PERSON", true);
        assertThat(story.analystReads("select r::text from reports.children_seen r order by month limit 2"))
                .containsExactly("(2026-09,0,1,0.0,0,0.0)", "(2026-10,1,2,50.0,1,50.0)");
    }

    private StreamId opened(UUID child, String day) throws Exception {
        return opened(child, day, RECORDED.toString());
    }

    private StreamId opened(UUID child, String day, String recordedAt) throws Exception {
        var file = new StreamId("case", UUID.randomUUID());
        story.tell(file, 1, new CaseOpened(child, day(day)), Instant.parse(recordedAt));
        return file;
    }

    private void closed(StreamId file, UUID child, long version, String day) throws Exception {
        story.tell(file, version, new CaseClosed(child, day(day)), RECORDED);
    }

    private void seen(UUID child, String day, String mode, boolean alone) throws Exception {
        story.tell("case", session(day, mode, new Attendance(child, true, alone)));
    }

    private static DirectWorkHeld session(String day, String mode, Attendance... children) {
        return new DirectWorkHeld(
                List.of(AMINA),
                day(day),
                30,
                mode,
                List.of(children),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
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
        return "%s/%s %s, alone %s %s"
                .formatted(
                        cell(row, "numerator"),
                        cell(row, "denominator"),
                        cell(row, "value"),
                        cell(row, "alone"),
                        cell(row, "aloneValue"));
    }

    private static String cell(Row row, String column) {
        return row.shown(column).map(Object::toString).orElse("-");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
