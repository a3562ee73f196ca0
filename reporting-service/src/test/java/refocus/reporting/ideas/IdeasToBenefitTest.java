package refocus.reporting.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.ideas.IdeaMessage.BenefitMeasured;
import refocus.reporting.ideas.IdeaMessage.BusinessCaseDecided;
import refocus.reporting.ideas.IdeaMessage.BusinessCaseDrafted;
import refocus.reporting.ideas.IdeaMessage.BusinessCaseSubmitted;
import refocus.reporting.ideas.IdeaMessage.IdeaProposed;
import refocus.reporting.ideas.IdeaMessage.IdeaWithdrawn;
import refocus.reporting.ideas.IdeaMessage.IdeasMerged;
import refocus.reporting.ideas.IdeaMessage.ImplementationCompleted;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Hand-computed figures of how far ideas came.
class IdeasToBenefitTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static IdeasToBenefit report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new IdeasProjection());
        report = new IdeasToBenefit(story.views());
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
    void of_no_ideas_there_is_no_share() {
        assertThat(october()).isEqualTo("0/0 -, stages 0 0 0 0 0, ended 0 0 0, open 0");
        assertThat(benefits()).isEqualTo("0 0 0 -");
    }

    @Test
    void counts_each_idea_at_every_stage_it_reached() throws Exception {
        idea("2026-10-01");
        idea("2026-10-02", new BusinessCaseDrafted(), new BusinessCaseDrafted());
        idea("2026-10-03", new BusinessCaseDrafted(), new BusinessCaseSubmitted());
        idea("2026-10-05", argued("DECLINED"));
        idea("2026-10-06", argued("APPROVED"));
        idea("2026-10-07", and(argued("APPROVED"), new ImplementationCompleted()));
        idea("2026-10-08", and(argued("APPROVED"), new ImplementationCompleted(), benefit("10", "20", "16")));
        assertThat(october()).isEqualTo("1/7 14.3, stages 6 5 4 3 2, ended 1 0 0, open 5");
    }

    @Test
    void merged_and_withdrawn_ones_are_apart() throws Exception {
        idea("2026-10-01", new IdeasMerged(true));
        idea("2026-10-02", new IdeasMerged(false));
        idea("2026-10-03", new BusinessCaseDrafted(), new IdeaWithdrawn());
        assertThat(october()).isEqualTo("0/3 0.0, stages 1 0 0 0 0, ended 0 1 1, open 1");
    }

    @Test
    void what_was_put_off_is_not_decided_until_it_is() throws Exception {
        idea("2026-10-01", argued("DEFERRED"));
        idea("2026-10-02", and(argued("DEFERRED"), new BusinessCaseDecided("APPROVED")));
        assertThat(october()).isEqualTo("0/2 0.0, stages 2 2 1 1 0, ended 0 0 0, open 2");
    }

    @Test
    void a_benefit_is_better_towards_the_target_whichever_way_that_is() throws Exception {
        idea("2026-10-01", and(argued("APPROVED"), benefit("10", "20", "25"))); // 150 %
        idea("2026-10-02", and(argued("APPROVED"), benefit("40", "20", "35"))); // 25 %
        idea("2026-10-03", and(argued("APPROVED"), benefit("10", "20", "9"))); // -10 %
        idea("2026-10-04", and(argued("APPROVED"), benefit("10", "20", "10"))); // 0 %
        assertThat(benefits()).isEqualTo("2 1 1 12.5");
    }

    @Test
    void what_was_to_stay_as_it_was_has_no_way_to_go() throws Exception {
        idea("2026-10-01", and(argued("APPROVED"), benefit("10", "10", "10")));
        idea("2026-10-02", and(argued("APPROVED"), benefit("10", "10", "12")));
        assertThat(benefits()).isEqualTo("0 1 1 -");
    }

    @Test
    void the_last_measurement_counts() throws Exception {
        idea("2026-10-01", and(argued("APPROVED"), benefit("10", "20", "5"), benefit("10", "20", "18")));
        assertThat(benefits()).isEqualTo("1 0 0 80.0");
        assertThat(october()).startsWith("1/1 100.0");
    }

    @Test
    void belongs_to_the_month_it_was_proposed_in() throws Exception {
        idea("2026-09-30", and(argued("APPROVED"), benefit("1", "2", "2")));
        idea("2026-10-01");
        idea("2026-10-31");
        assertThat(items("2026-09-01", "2026-11-01", By.MONTH)).containsExactly("1/1", "0/2", "1/3");
        assertThat(items("2026-09-30", "2026-10-02", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
        assertThat(items("2026-07-01", "2027-01-01", By.QUARTER)).containsExactly("1/1", "0/2", "1/3");
    }

    @Test
    void small_stages_are_held_back_from_readers_outside() throws Exception {
        for (int i = 0; i < 12; i++) {
            idea("2026-10-01");
            idea("2026-10-01", argued("DECLINED"));
        }
        idea("2026-10-01", and(argued("APPROVED"), benefit("1", "2", "2")));
        Figures shown =
                Suppression.of(report.columns(), story.figures(report, "2026-10-01", "2026-11-01", Optional.empty()));
        assertThat(text(shown.total())).isEqualTo("*/25 *, stages 13 13 13 * *, ended * 0 0, open 12");
    }

    @Test
    void as_known_then_it_had_not_come_as_far() throws Exception {
        StreamId idea = new StreamId("idea", UUID.randomUUID());
        story.tell(idea, 1, new IdeaProposed(day("2026-10-01")), Instant.parse("2026-10-01T09:00:00Z"));
        story.tell(idea, 2, new BusinessCaseDrafted(), Instant.parse("2026-10-05T09:00:00Z"));
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-10-04T00:00:00Z")))
                .isEqualTo("0/1 0.0, stages 0 0 0 0 0, ended 0 0 0, open 1");
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-10-06T00:00:00Z")))
                .isEqualTo("0/1 0.0, stages 1 0 0 0 0, ended 0 0 0, open 1");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        idea("2026-10-01", and(argued("APPROVED"), benefit("1", "2", "2")));
        idea("2026-11-01", argued("APPROVED"));
        var asked = new Question(new Period(day("2026-10-01"), day("2026-11-01")), Optional.empty(), Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder(
                        "idea-proposed [denominator]",
                        "business-case-drafted [drafted]",
                        "business-case-submitted [submitted]",
                        "business-case-decided [decided, approved]",
                        "benefit-measured [numerator]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql() throws Exception {
        idea("2026-09-08");
        idea("2026-10-08", and(argued("APPROVED"), new ImplementationCompleted(), benefit("10", "20", "16")));
        idea("2026-10-09", argued("DECLINED"));
        assertThat(story.analystReads("select i::text from reports.ideas_to_benefit i order by month limit 2"))
                .containsExactly(
                        "(2026-09,0,1,0.0,0,0,0,0,0,0,0,0,1,0,0,0,)",
                        "(2026-10,1,2,50.0,2,2,2,1,1,1,0,0,0,1,0,0,60.0)");
    }

    private static IdeaMessage[] argued(String outcome) {
        return new IdeaMessage[] {
            new BusinessCaseDrafted(), new BusinessCaseSubmitted(), new BusinessCaseDecided(outcome)
        };
    }

    private static IdeaMessage[] and(IdeaMessage[] some, IdeaMessage... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(IdeaMessage[]::new);
    }

    private static BenefitMeasured benefit(String baseline, String target, String value) {
        return new BenefitMeasured(new BigDecimal(baseline), new BigDecimal(target), new BigDecimal(value));
    }

    private static void idea(String proposedOn, IdeaMessage... more) throws Exception {
        var idea = new StreamId("idea", UUID.randomUUID());
        story.tell(idea, 1, new IdeaProposed(day(proposedOn)), RECORDED);
        for (int i = 0; i < more.length; i++) {
            story.tell(idea, i + 2L, more[i], RECORDED);
        }
    }

    private static String october() {
        return text(story.total(report, "2026-10-01", "2026-11-01"));
    }

    private static String benefits() {
        Row row = story.total(report, "2026-10-01", "2026-11-01");
        return cells(row, "better", "same", "worse", "achieved");
    }

    private static List<String> items(String from, String to, By by) {
        Figures figures = story.figures(report, from, to, Optional.of(by));
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> cell(row, "numerator") + "/" + cell(row, "denominator"))
                .toList();
    }

    private static String text(Row row) {
        return "%s/%s %s, stages %s, ended %s, open %s"
                .formatted(
                        cell(row, "numerator"),
                        cell(row, "denominator"),
                        cell(row, "value"),
                        cells(row, "drafted", "submitted", "decided", "approved", "implemented"),
                        cells(row, "declined", "withdrawn", "merged"),
                        cell(row, "open"));
    }

    private static String cells(Row row, String... columns) {
        return String.join(
                " ", Stream.of(columns).map(column -> cell(row, column)).toList());
    }

    private static String cell(Row row, String column) {
        return row.hides(column) ? "*" : row.shown(column).map(Object::toString).orElse("-");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
