package refocus.reporting.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import refocus.reporting.casework.CaseMessage;
import refocus.reporting.casework.CaseMessage.DecisionOverturned;
import refocus.reporting.casework.CaseMessage.DecisionProposed;
import refocus.reporting.casework.CaseMessage.DecisionTaken;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Hand-computed figures of who takes decisions. All of 2025 is more than 90 days ago.
class FrontLineDecisionsTest {

    private static final Instant RECORDED = Instant.parse("2025-12-20T12:00:00Z");

    private static Story story;
    private static FrontLineDecisions report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new DecisionsProjection());
        report = new FrontLineDecisions(story.views());
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
    void of_no_decisions_there_is_no_share() {
        assertThat(october())
                .isEqualTo("0/0 -, 0 pending, 0 outside, up 0 -, supported 0 -, - hours, overturned 0/0 -");
    }

    @Test
    void counts_what_the_front_line_took_of_what_it_may_take() throws Exception {
        taken("2025-10-06", 0, 0);
        taken("2025-10-07", 1, 1);
        taken("2025-10-08", 2, 1);
        taken("2025-10-09", 2, 2);
        taken("2025-10-10", 0, 2, Optional.of("decision-right"));
        assertThat(october())
                .isEqualTo("2/3 66.7, 0 pending, 1 outside, up 0 0.0, supported 0 0.0, 0.0 hours, overturned 0/2 0.0");
    }

    @Test
    void what_was_taken_against_a_rule_is_apart_though_the_front_line_may_take_it() throws Exception {
        taken("2025-10-06", 0, 0);
        taken("2025-10-10", 0, 1, Optional.of("decision-right"));
        assertThat(october()).startsWith("1/1 100.0, 0 pending, 1 outside");
    }

    @Test
    void what_nobody_has_taken_yet_is_pending_where_the_front_line_may_take_it() throws Exception {
        proposed("2025-10-06", 1);
        proposed("2025-10-06", 3);
        StreamId decision = proposed("2025-10-07", 0);
        tell(decision, 2, taking("2025-10-08", 0, 0, Optional.empty(), false, false, 1));
        assertThat(october()).startsWith("1/1 100.0, 1 pending");
    }

    @Test
    void tells_how_many_were_supported_and_referred_up_and_how_long_they_took() throws Exception {
        decided(taking("2025-10-06", 0, 1, Optional.empty(), true, false, 2));
        decided(taking("2025-10-06", 2, 1, Optional.empty(), true, true, 49));
        decided(taking("2025-10-06", 1, 1, Optional.empty(), false, true, 5));
        decided(taking("2025-10-06", 0, 0, Optional.empty(), false, false, 0));
        assertThat(october())
                .isEqualTo(
                        "3/4 75.0, 0 pending, 0 outside, up 2 50.0, supported 2 50.0, 3.5 hours, overturned 0/3 0.0");
    }

    @Test
    void overturned_is_of_those_the_front_line_took_ninety_days_ago() throws Exception {
        overturned(taken("2025-10-06", 0, 1));
        taken("2025-10-06", 1, 1);
        overturned(taken("2025-10-06", 2, 1));
        assertThat(october()).endsWith("overturned 1/2 50.0");
        assertThat(asOf("2026-01-03T12:00:00Z")).endsWith("overturned 0/0 -");
        assertThat(asOf("2026-01-04T12:00:00Z")).endsWith("overturned 1/2 50.0");
    }

    @Test
    void is_grouped_by_kind_and_by_tier() throws Exception {
        decided("CLOSURE", "LOW", 0);
        decided("CLOSURE", "HIGH", 2);
        decided("PLAN", "HIGH", 1);
        assertThat(groups("kind")).containsExactly("CLOSURE 1/2", "PLAN 1/1", "total 2/3");
        assertThat(groups("tier")).containsExactly("HIGH 1/2", "LOW 1/1", "total 2/3");
    }

    @Test
    void belongs_to_the_day_it_was_taken() throws Exception {
        taken("2025-09-30", 0, 0);
        taken("2025-10-01", 2, 0);
        taken("2025-10-31", 0, 0);
        assertThat(items("2025-09-01", "2025-11-01")).containsExactly("1/1", "1/2", "2/3");
        assertThat(items("2025-09-30", "2025-10-02")).containsExactly("1/1", "0/1", "1/2");
    }

    @Test
    void few_are_held_back_from_readers_outside() throws Exception {
        for (int i = 0; i < 9; i++) {
            taken("2025-10-06", 0, 0);
        }
        taken("2025-10-06", 2, 0);
        Figures shown =
                Suppression.of(report.columns(), story.figures(report, "2025-10-01", "2025-11-01", Optional.empty()));
        assertThat(text(shown.total()))
                .isEqualTo("*/10 *, 0 pending, 0 outside, up 0 0.0, supported 0 0.0, 0.0 hours, overturned 0/* *");
    }

    @Test
    void as_known_then_it_was_pending() throws Exception {
        var decision = new StreamId("decision", UUID.randomUUID());
        story.tell(decision, 1, proposal("2025-10-06", 1), Instant.parse("2025-10-06T10:00:00Z"));
        story.tell(
                decision,
                2,
                taking("2025-10-07", 0, 1, Optional.empty(), false, false, 24),
                Instant.parse("2025-10-09T10:00:00Z"));
        assertThat(asOf("2025-10-08T10:00:00Z")).startsWith("0/0 -, 1 pending");
        assertThat(asOf("2025-10-09T10:00:00Z")).startsWith("1/1 100.0, 0 pending");
    }

    @Test
    void the_order_in_which_its_events_arrive_does_not_matter() throws Exception {
        var decision = new StreamId("decision", UUID.randomUUID());
        overturned(decision);
        tell(decision, 2, taking("2025-10-07", 0, 1, Optional.empty(), false, false, 24));
        tell(decision, 1, proposal("2025-10-06", 1));
        assertThat(october()).startsWith("1/1 100.0, 0 pending").endsWith("24.0 hours, overturned 1/1 100.0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        proposed("2025-10-06", 1);
        overturned(taken("2025-10-06", 0, 1));
        taken("2025-10-06", 2, 2);
        taken("2025-10-06", 1, 2, Optional.of("decision-right"));
        var asked = new Question(new Period(day("2025-10-01"), day("2025-11-01")), Optional.empty(), Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder(
                        "decision-proposed [pending]",
                        "decision-taken [numerator, denominator]",
                        "decision-overturned [overturned]",
                        "decision-taken [outsideRule]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql() throws Exception {
        proposed("2025-09-06", 1);
        overturned(taken("2025-10-06", 0, 1));
        taken("2025-10-06", 2, 1);
        assertThat(story.analystReads("select d::text from reports.front_line_decisions d order by month limit 2"))
                .containsExactly("(2025-09,0,0,,1,0,0,,0,,,0,0,)", "(2025-10,1,2,50.0,0,0,0,0.0,0,0.0,0.0,1,1,100.0)");
    }

    private static StreamId proposed(String day, int requiredLevel) throws Exception {
        var decision = new StreamId("decision", UUID.randomUUID());
        tell(decision, 1, proposal(day, requiredLevel));
        return decision;
    }

    private static DecisionProposed proposal(String day, int requiredLevel) {
        return new DecisionProposed("SUPPORT", "LOW", requiredLevel, day(day));
    }

    private static StreamId taken(String day, int level, int requiredLevel) throws Exception {
        return taken(day, level, requiredLevel, Optional.empty());
    }

    private static StreamId taken(String day, int level, int requiredLevel, Optional<String> outsideRule)
            throws Exception {
        return decided(taking(day, level, requiredLevel, outsideRule, false, false, 0));
    }

    private static DecisionTaken taking(
            String day,
            int level,
            int requiredLevel,
            Optional<String> outsideRule,
            boolean supported,
            boolean referredUp,
            int hours) {
        Instant takenAt = Instant.parse(day + "T12:00:00Z");
        return new DecisionTaken(
                "SUPPORT",
                "LOW",
                level,
                requiredLevel,
                takenAt.minus(Duration.ofHours(hours)),
                takenAt,
                day(day),
                supported,
                referredUp,
                outsideRule);
    }

    private static StreamId decided(DecisionTaken taken) throws Exception {
        StreamId decision = proposed(taken.takenOn().toString(), taken.requiredLevel());
        tell(decision, 2, taken);
        return decision;
    }

    private static void decided(String kind, String tier, int level) throws Exception {
        Instant at = Instant.parse("2025-10-06T12:00:00Z");
        story.tell(
                new StreamId("decision", UUID.randomUUID()),
                2,
                new DecisionTaken(kind, tier, level, 1, at, at, day("2025-10-06"), false, false, Optional.empty()),
                RECORDED);
    }

    private static void overturned(StreamId decision) throws Exception {
        tell(decision, 3, new DecisionOverturned());
    }

    private static void tell(StreamId decision, long version, CaseMessage event) throws Exception {
        story.tell(decision, version, event, RECORDED);
    }

    private static String october() {
        return text(story.total(report, "2025-10-01", "2025-11-01"));
    }

    private static String asOf(String moment) {
        return text(story.totalAsOf(report, "2025-10-01", "2025-11-01", moment));
    }

    private static List<String> groups(String by) {
        Figures figures = story.figures(report, "2025-10-01", "2025-11-01", by);
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> "%s %s/%s".formatted(row.key(), cell(row, "numerator"), cell(row, "denominator")))
                .toList();
    }

    private static List<String> items(String from, String to) {
        Figures figures = story.figures(report, from, to, Optional.of(By.MONTH));
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> cell(row, "numerator") + "/" + cell(row, "denominator"))
                .toList();
    }

    private static String text(Row row) {
        return "%s/%s %s, %s pending, %s outside, up %s %s, supported %s %s, %s hours, overturned %s/%s %s"
                .formatted(Stream.of(
                                "numerator",
                                "denominator",
                                "value",
                                "pending",
                                "outsideRule",
                                "referredUp",
                                "referredUpValue",
                                "supported",
                                "supportedValue",
                                "medianHours",
                                "overturned",
                                "aged",
                                "overturnedValue")
                        .map(column -> cell(row, column))
                        .toArray());
    }

    private static String cell(Row row, String column) {
        return row.hides(column) ? "*" : row.shown(column).map(Object::toString).orElse("-");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
