package refocus.reporting.voices;

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
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.voices.VoiceMessage.ResolutionConfirmed;
import refocus.reporting.voices.VoiceMessage.VoiceItemLogged;
import refocus.reporting.voices.VoiceMessage.WeCannotPublished;
import refocus.reporting.voices.VoiceMessage.WeDidPublished;

/// Hand-computed figures of what was said and answered.
class YouSaidWeDidTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static Story story;
    private static YouSaidWeDid report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new VoicesProjection());
        report = new YouSaidWeDid(story.views());
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
        assertThat(october()).isEqualTo("0/0 -: 0 did, 0 cannot, 0 late, 0 open; 0 of 0 heard -");
    }

    @Test
    void counts_we_did_and_we_cannot_apart_and_late_and_open_ones_too() throws Exception {
        tell(said("2026-10-05"), 2, new WeDidPublished(true));
        tell(said("2026-10-06"), 2, new WeCannotPublished(true));
        tell(said("2026-10-07"), 2, new WeDidPublished(false));
        said("2026-10-08");
        assertThat(october()).isEqualTo("2/4 50.0: 1 did, 1 cannot, 1 late, 1 open; 0 of 0 heard -");
    }

    @Test
    void the_answer_that_stood_when_the_days_ended_counts() throws Exception {
        StreamId within = said("2026-10-05");
        tell(within, 2, new WeCannotPublished(true));
        tell(within, 3, new WeDidPublished(true));
        StreamId after = said("2026-10-06");
        tell(after, 2, new WeCannotPublished(true));
        tell(after, 3, new WeDidPublished(false));
        assertThat(october()).isEqualTo("2/2 100.0: 1 did, 1 cannot, 0 late, 0 open; 0 of 0 heard -");
    }

    @Test
    void belongs_to_the_day_the_answer_was_due() throws Exception {
        tell(said("2026-09-30"), 2, new WeDidPublished(true));
        said("2026-10-01");
        said("2026-10-31");
        tell(said("2026-11-01"), 2, new WeDidPublished(true));
        assertThat(items("2026-09-01", "2026-12-01", By.MONTH)).containsExactly("1/1", "0/2", "1/1", "2/4");
        assertThat(items("2026-09-30", "2026-10-02", By.MONTH)).containsExactly("1/1", "0/1", "1/2");
        assertThat(items("2026-04-01", "2027-04-01", By.FINANCIAL_YEAR)).containsExactly("2/4", "2/4");
    }

    @Test
    void is_grouped_by_theme_without_saying_who_felt_heard() throws Exception {
        tell(said("2026-10-05"), 2, new WeDidPublished(true));
        story.tell("voice-item", new VoiceItemLogged("BASE", day("2026-10-05")));
        heard("2026-10-05", 6, 0);
        Figures figures = story.figures(report, "2026-10-01", "2026-11-01", "theme");
        assertThat(figures.items())
                .extracting(row -> row.key() + " " + text(row))
                .containsExactly(
                        "BASE 0/1 0.0: 0 did, 0 cannot, 0 late, 1 open; - of - heard -",
                        "TOOLS 1/1 100.0: 1 did, 0 cannot, 0 late, 0 open; - of - heard -");
        assertThat(text(figures.total())).isEqualTo("1/2 50.0: 1 did, 0 cannot, 0 late, 1 open; 6 of 6 heard 100.0");
    }

    @Test
    void who_felt_heard_counts_on_the_day_they_said_so() throws Exception {
        heard("2026-09-30", 1, 0);
        heard("2026-10-01", 15, 5);
        assertThat(october()).endsWith("15 of 20 heard 75.0");
        assertThat(text(story.total(report, "2026-09-30", "2026-10-02"))).endsWith("16 of 21 heard 76.2");
    }

    @Test
    void a_few_who_felt_heard_are_held_back_from_everybody() throws Exception {
        tell(said("2026-10-05"), 2, new WeDidPublished(true));
        heard("2026-10-05", 3, 1);
        Figures shown = Suppression.ofVoices(
                report.columns(), story.figures(report, "2026-10-01", "2026-11-01", Optional.empty()));
        assertThat(text(shown.total())).isEqualTo("1/1 100.0: 1 did, 0 cannot, 0 late, 0 open; * of * heard *");
    }

    @Test
    void few_answers_are_held_back_from_readers_outside() throws Exception {
        for (int i = 0; i < 8; i++) {
            tell(said("2026-10-05"), 2, new WeDidPublished(true));
            tell(said("2026-10-05"), 2, new WeCannotPublished(true));
        }
        said("2026-10-05");
        Figures shown =
                Suppression.of(report.columns(), story.figures(report, "2026-10-01", "2026-11-01", Optional.empty()));
        assertThat(text(shown.total())).isEqualTo("*/17 *: * did, 8 cannot, 0 late, * open; 0 of 0 heard -");
    }

    @Test
    void as_known_then_it_was_still_open() throws Exception {
        StreamId item = new StreamId("voice-item", UUID.randomUUID());
        story.tell(item, 1, new VoiceItemLogged("TOOLS", day("2026-10-05")), Instant.parse("2026-08-24T09:00:00Z"));
        story.tell(item, 2, new WeCannotPublished(true), Instant.parse("2026-10-04T09:00:00Z"));
        story.tell(item, 3, new WeDidPublished(true), Instant.parse("2026-10-05T09:00:00Z"));
        assertThat(asOf("2026-08-24T08:00:00Z")).startsWith("0/0");
        assertThat(asOf("2026-10-01T09:00:00Z")).startsWith("0/1 0.0: 0 did, 0 cannot, 0 late, 1 open");
        assertThat(asOf("2026-10-04T09:00:00Z")).startsWith("1/1 100.0: 0 did, 1 cannot");
        assertThat(asOf("2026-10-05T09:00:00Z")).startsWith("1/1 100.0: 1 did, 0 cannot");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        tell(said("2026-10-05"), 2, new WeDidPublished(true));
        tell(said("2026-10-05"), 2, new WeDidPublished(false));
        said("2026-11-05");
        heard("2026-10-05", 1, 0);
        var asked = new Question(new Period(day("2026-10-01"), day("2026-11-01")), Optional.empty(), Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder(
                        "voice-item-logged [denominator]",
                        "voice-item-logged [denominator]",
                        "we-did-published [numerator]",
                        "we-did-published [late]",
                        "resolution-confirmed [confirmations]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql_and_not_what_a_few_said() throws Exception {
        tell(said("2026-09-07"), 2, new WeDidPublished(true));
        said("2026-09-08");
        heard("2026-09-09", 3, 0);
        tell(said("2026-10-07"), 2, new WeCannotPublished(true));
        heard("2026-10-09", 15, 5);
        assertThat(story.analystReads("select y::text from reports.you_said_we_did y order by month limit 2"))
                .containsExactly("(2026-09,1,2,50.0,1,0,0,1,,,)", "(2026-10,1,1,100.0,0,1,0,0,20,15,75.0)");
        assertThat(story.analystReads("""
                        select asked::text || heard from reports.answers_by_facts(
                            array['here'], array[date '2026-09-09'], array[date '2026-09-10'], 'infinity', '')""")).containsExactly((String) null);
    }

    private static StreamId said(String dueOn) throws Exception {
        var item = new StreamId("voice-item", UUID.randomUUID());
        tell(item, 1, new VoiceItemLogged("TOOLS", day(dueOn)));
        return item;
    }

    private static void heard(String day, int yes, int no) throws Exception {
        for (int i = 0; i < yes + no; i++) {
            story.tell("barrier", new ResolutionConfirmed(i < yes, day(day)));
        }
    }

    private static void tell(StreamId stream, long version, VoiceMessage event) throws Exception {
        story.tell(stream, version, event, RECORDED);
    }

    private static String october() {
        return text(story.total(report, "2026-10-01", "2026-11-01"));
    }

    private static String asOf(String moment) {
        return text(story.totalAsOf(report, "2026-10-01", "2026-11-01", moment));
    }

    private static List<String> items(String from, String to, By by) {
        Figures figures = story.figures(report, from, to, Optional.of(by));
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> cell(row, "numerator") + "/" + cell(row, "denominator"))
                .toList();
    }

    private static String text(Row row) {
        return "%s/%s %s: %s did, %s cannot, %s late, %s open; %s of %s heard %s"
                .formatted(Stream.of(
                                "numerator",
                                "denominator",
                                "value",
                                "weDid",
                                "weCannot",
                                "late",
                                "open",
                                "feltHeard",
                                "confirmations",
                                "feltHeardValue")
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
