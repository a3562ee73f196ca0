package refocus.reporting.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import refocus.reporting.staffing.Contracts;

/// Hand-computed figures of how far applications came, and whether those hired stayed.
class RecruitmentFunnelTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static RecruitmentFunnel report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(Recruitment.projection(), Contracts.projection());
        report = new RecruitmentFunnel(story.views());
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

    private final StreamId vacancy = new StreamId("vacancy", UUID.randomUUID());

    @Test
    void of_no_applications_there_is_no_share() {
        assertThat(october()).isEqualTo("0/0 - ever 0 - 0 - 0 - 0 - 0 - - now 0 0 0 0 0 0 ended 0 in - days");
    }

    @Test
    void each_stage_is_of_the_stage_before() throws Exception {
        application("2026-10-01");
        application("2026-10-01", Recruitment.submitted("2026-10-02"));
        application("2026-10-01", Recruitment.submitted("2026-10-02"), Recruitment.notShortlisted("2026-10-12"));
        application("2026-10-01", Recruitment.submitted("2026-10-02"), Recruitment.shortlisted("2026-10-12"));
        application("2026-10-01", upTo("offered"));
        application("2026-10-01", upTo("accepted"));
        application("2026-10-01", upTo("hired"));
        application("2026-10-01", Recruitment.withdrawn("2026-10-05"));
        assertThat(october())
                .isEqualTo("1/8 12.5 ever 6 75.0 4 66.7 3 75.0 3 100.0 2 66.7 50.0"
                        + " now 1 1 1 0 1 1 ended 2 in - days");
    }

    @Test
    void belongs_to_the_month_it_was_started_in_and_is_followed_from_there() throws Exception {
        application("2026-09-30", upTo("hired"));
        application("2026-10-01");
        assertThat(months("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
        assertThat(months("2026-09-30", "2026-10-02", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
    }

    @Test
    void a_start_took_the_days_since_the_vacancy_was_approved() throws Exception {
        story.tell(vacancy, 1, Recruitment.approved("2026-09-01"), RECORDED);
        application("2026-10-01", upTo("hired"));
        assertThat(Story.cell(story.total(report, "2026-10-01", "2026-11-01"), "daysToStart"))
                .isEqualTo("91.0");
    }

    @Test
    void who_was_hired_stayed_or_left_or_it_is_too_early_to_tell() throws Exception {
        joined(hiredFrom("2023-01-02"), "2023-01-02", "2024-06-01");
        joined(hiredFrom("2023-01-02"), "2023-01-02", "2023-08-01");
        joined(hiredFrom("2023-01-02"), "2023-01-02", "2023-07-01");
        joined(hiredFrom("2023-01-02"), "2023-01-02", "");
        hiredFrom("2023-01-02");
        assertThat(kept("")).isEqualTo("6: 3/4 75.0, 12: 2/4 50.0");
        assertThat(keptAsOf("2023-07-01T12:00:00Z")).isEqualTo("6: 0/0 -, 12: 0/0 -");
    }

    @Test
    void the_last_day_that_is_short_of_six_months_is_not_kept() throws Exception {
        joined(hiredFrom("2023-01-02"), "2023-01-02", "2023-07-01");
        joined(hiredFrom("2023-01-02"), "2023-01-02", "2023-07-02");
        assertThat(kept("")).startsWith("6: 1/2 50.0");
    }

    @Test
    void a_hire_waits_until_staff_says_who_it_is() throws Exception {
        StreamId application = hiredFrom("2023-01-02");
        assertThat(kept("")).isEqualTo("6: 0/0 -, 12: 0/0 -");
        joined(application, "2023-01-02", "");
        assertThat(kept("")).isEqualTo("6: 1/1 100.0, 12: 1/1 100.0");
    }

    @Test
    void the_worker_may_be_told_of_before_the_hire() throws Exception {
        var application = new StreamId("application", UUID.randomUUID());
        joined(application, "2023-01-02", "");
        tell(application, Recruitment.started(vacancy.id(), "2022-11-01"), upTo("accepted"));
        story.tell(application, 7, Recruitment.hired("2023-01-02", false), RECORDED);
        assertThat(kept("")).isEqualTo("6: 1/1 100.0, 12: 1/1 100.0");
    }

    @Test
    void scores_are_weighted_and_moderated_and_leave_out_the_recused() throws Exception {
        story.tell(vacancy, 1, Recruitment.criteria(3, 1), RECORDED);
        StreamId high = hiredFrom("2023-01-02");
        scores(
                high,
                Recruitment.scored(AMINA, "c1", 5),
                Recruitment.scored(BEN, "c1", 0),
                Recruitment.scored(AMINA, "c2", 1),
                Recruitment.recused(BEN));
        joined(high, "2023-01-02", "");
        StreamId low = hiredFrom("2023-01-02");
        scores(
                low,
                Recruitment.scored(AMINA, "c1", 5),
                Recruitment.scored(AMINA, "c1", 4),
                Recruitment.scored(AMINA, "c2", 5),
                Recruitment.moderated("c1", 3));
        joined(low, "2023-01-02", "2023-02-01");
        StreamId unscored = hiredFrom("2023-01-02");
        joined(unscored, "2023-01-02", "");
        assertThat(kept("High")).isEqualTo("6: 1/1 100.0, 12: 1/1 100.0");
        assertThat(kept("Low")).isEqualTo("6: 0/1 0.0, 12: 0/1 0.0");
        assertThat(kept("")).isEqualTo("6: 2/3 66.7, 12: 2/3 66.7");
    }

    @Test
    void as_known_then_it_was_a_stage_back() throws Exception {
        var application = new StreamId("application", UUID.randomUUID());
        tell(application, Recruitment.started(vacancy.id(), "2026-10-01"), upTo("accepted"));
        story.tell(application, 7, Recruitment.hired("2026-12-01", false), Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(Story.cell(
                        story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-11-21T00:00:00Z"), "nowAccepted"))
                .isEqualTo("1");
        assertThat(Story.cell(story.total(report, "2026-10-01", "2026-11-01"), "nowAccepted"))
                .isEqualTo("0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        story.tell(vacancy, 1, Recruitment.approved("2026-09-01"), RECORDED);
        application("2026-10-01", upTo("hired"));
        application("2026-10-01", Recruitment.withdrawn("2026-10-05"));
        assertThat(story.events(report, "2026-10-01", "2026-11-01"))
                .containsExactlyInAnyOrder(
                        "application-started [denominator]",
                        "application-submitted [submitted]",
                        "shortlisted [shortlisted]",
                        "interview-held [interviewed]",
                        "offer-made [offered]",
                        "offer-accepted [accepted]",
                        "hire-confirmed [numerator]",
                        "vacancy-approved [daysToStart]",
                        "application-started [denominator]",
                        "application-withdrawn [ended]");
    }

    @Test
    void names_the_hires_that_were_kept() throws Exception {
        StreamId stayed = hiredFrom("2023-01-02");
        scores(stayed, Recruitment.scored(AMINA, "c1", 4));
        joined(stayed, "2023-01-02", "");
        joined(hiredFrom("2023-01-02"), "2023-01-02", "2023-08-01");
        assertThat(story.events(report, "2022-11-01", "2022-12-01"))
                .containsExactlyInAnyOrder(
                        "application-started [denominator]",
                        "application-started [denominator]",
                        "hire-confirmed [numerator, due6, kept6, due12, kept12, due6High, kept6High, due12High,"
                                + " kept12High]",
                        "hire-confirmed [numerator, due6, kept6, due12]");
    }

    @Test
    void readers_outside_do_not_see_a_few_nor_what_tells_of_them() throws Exception {
        for (int i = 0; i < 20; i++) {
            application("2026-10-01");
        }
        for (int i = 0; i < 8; i++) {
            application("2026-10-01", Recruitment.withdrawn("2026-10-05"));
        }
        application("2026-10-01", Recruitment.submitted("2026-10-05"));
        Row seen = story.totalOutside(report, "2026-10-01", "2026-11-01");
        assertThat(text(seen)).isEqualTo("0/29 0.0 ever * * * * 0 * 0 - 0 - - now 20 * 0 0 0 0 ended * in - days");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_no_rows() throws Exception {
        application("2026-10-01", upTo("offered"));
        assertThat(story.analystReads("""
                select (month, numerator, denominator, offered, now_offered, due6, kept6_low_share)::text
                from reports.recruitment_funnel order by month limit 1""")).containsExactly("(2026-10,0,1,1,1,0,)");
        assertThatThrownBy(() -> story.analystReads(
                        "select 1 from reports.applications_started('2026-10-01', '2026-11-01', 'infinity')"))
                .hasMessageContaining("permission denied");
    }

    /// What follows the start of an application, up to a stage.
    private static RecruitmentMessage[] upTo(String stage) {
        List<String> stages = List.of("submitted", "shortlisted", "interviewed", "offered", "accepted", "hired");
        List<RecruitmentMessage> events = List.of(
                Recruitment.submitted("2026-10-02"),
                Recruitment.shortlisted("2026-10-12"),
                Recruitment.interviewed("2026-10-20"),
                Recruitment.offered("2026-10-21"),
                Recruitment.accepted("2026-10-22"),
                Recruitment.hired("2026-12-01", false));
        return events.subList(0, stages.indexOf(stage) + 1).toArray(RecruitmentMessage[]::new);
    }

    private StreamId application(String startedOn, RecruitmentMessage... events) throws Exception {
        var application = new StreamId("application", UUID.randomUUID());
        tell(application, Recruitment.started(vacancy.id(), startedOn), events);
        return application;
    }

    private void tell(StreamId application, RecruitmentMessage started, RecruitmentMessage... events) throws Exception {
        story.tell(application, 1, started, RECORDED);
        for (int i = 0; i < events.length; i++) {
            story.tell(application, i + 2, events[i], RECORDED);
        }
    }

    private StreamId hiredFrom(String startsOn) throws Exception {
        var application = new StreamId("application", UUID.randomUUID());
        var recorded = Instant.parse("2022-12-20T09:00:00Z");
        story.tell(application, 1, Recruitment.started(vacancy.id(), "2022-11-01"), recorded);
        story.tell(application, 2, Recruitment.hired(startsOn, false), recorded);
        return application;
    }

    private void scores(StreamId application, RecruitmentMessage... scores) throws Exception {
        for (int i = 0; i < scores.length; i++) {
            story.tell(application, i + 10, scores[i], RECORDED);
        }
    }

    private void joined(StreamId application, String from, String lastDay) throws Exception {
        var worker = new StreamId("worker", UUID.randomUUID());
        story.tell(worker, 1, Contracts.joinedUpon(application.id(), "1", from), Instant.parse("2022-12-21T09:00:00Z"));
        if (!lastDay.isEmpty()) {
            story.tell(worker, 2, Contracts.left(lastDay), RECORDED);
        }
    }

    private String kept(String band) {
        return kept(story.total(report, "2022-11-01", "2022-12-01"), band);
    }

    private String keptAsOf(String asOf) {
        return kept(story.totalAsOf(report, "2022-11-01", "2022-12-01", asOf), "");
    }

    private static String kept(Row row, String band) {
        return "6: %s/%s %s, 12: %s/%s %s"
                .formatted(Stream.of("kept6", "due6", "kept6Share", "kept12", "due12", "kept12Share")
                        .map(column -> column.replaceFirst("(\\d+)", "$1" + band))
                        .map(column -> Story.cell(row, column))
                        .toArray());
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
                "%s/%s %s ever %s %s %s %s %s %s %s %s %s %s %s now %s %s %s %s %s %s ended %s in %s days",
                "numerator",
                "denominator",
                "value",
                "submitted",
                "submittedShare",
                "shortlisted",
                "shortlistedShare",
                "interviewed",
                "interviewedShare",
                "offered",
                "offeredShare",
                "accepted",
                "acceptedShare",
                "hiredShare",
                "nowStarted",
                "nowSubmitted",
                "nowShortlisted",
                "nowInterviewed",
                "nowOffered",
                "nowAccepted",
                "ended",
                "daysToStart");
    }
}
