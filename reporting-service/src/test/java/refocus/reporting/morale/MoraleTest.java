package refocus.reporting.morale;

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
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.morale.SurveyMessage.Figure;
import refocus.reporting.morale.SurveyMessage.Question;
import refocus.reporting.morale.SurveyMessage.SurveyClosed;
import refocus.reporting.morale.SurveyMessage.SurveyDesigned;
import refocus.reporting.morale.SurveyMessage.SurveyResultPublished;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// Hand-computed figures of what staff said in surveys.
class MoraleTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<Question> QUESTIONS = List.of(
            new Question("heard", "SCALE"), new Question("time", "SCALE"), new Question("recommend", "RECOMMEND"));

    private static Story story;
    private static Morale report;

    @BeforeAll
    static void open() throws Exception {
        story = Story.projectedBy(new MoraleProjection());
        report = new Morale(story.views());
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
    void of_no_survey_there_is_no_index() {
        assertThat(october()).isEqualTo("0.0/0 -, trend -, enps - of 0, 0/0 -, 0 surveys 0 withheld");
    }

    @Test
    void makes_the_index_of_the_questions_of_agreement_and_the_net_score_of_the_other() throws Exception {
        survey(
                "2026-10-09",
                40,
                20,
                figure("heard", 20, "60.0"),
                figure("time", 10, "30.0"),
                figure("recommend", 20, "-15.0"));
        // 20 answers of 60 and 10 of 30 are 15 of 30.
        assertThat(october()).isEqualTo("15.0/30 50.0, trend -, enps -15.0 of 20, 20/40 50.0, 1 surveys 0 withheld");
    }

    @Test
    void several_surveys_are_pooled_and_each_answer_weighs_the_same() throws Exception {
        survey("2026-10-02", 40, 30, figure("heard", 30, "80.0"), figure("recommend", 30, "20.0"));
        survey("2026-10-30", 40, 10, figure("heard", 10, "40.0"), figure("recommend", 10, "-20.0"));
        assertThat(october()).isEqualTo("28.0/40 70.0, trend -, enps 10.0 of 40, 40/80 50.0, 2 surveys 0 withheld");
    }

    @Test
    void the_trend_is_from_the_last_survey_before() throws Exception {
        survey("2026-05-29", 40, 20, figure("heard", 20, "10.0"));
        survey("2026-06-30", 40, 20, figure("heard", 20, "64.5"));
        survey("2026-10-09", 40, 20, figure("heard", 20, "60.0"));
        assertThat(trends("2026-06-01", "2026-11-01", By.MONTH))
                .containsExactly("64.5 54.5", "- -", "- -", "- -", "60.0 -4.5", "62.3 52.3");
    }

    @Test
    void belongs_to_the_day_it_closed_and_waits_for_its_result() throws Exception {
        survey("2026-09-30", 40, 20, figure("heard", 20, "10.0"));
        var unpublished = new StreamId("survey", UUID.randomUUID());
        story.tell(unpublished, 1, new SurveyDesigned(QUESTIONS), RECORDED);
        story.tell(unpublished, 3, new SurveyClosed(LocalDate.parse("2026-10-09")), RECORDED);
        assertThat(october()).isEqualTo("0.0/0 -, trend -, enps - of 0, 0/0 -, 0 surveys 0 withheld");
    }

    @Test
    void what_a_survey_held_back_is_held_back_from_everybody_and_adds_to_nothing() throws Exception {
        survey("2026-09-10", 30, 4);
        survey("2026-10-09", 40, 20, figure("heard", 20, "60.0"), figure("recommend", 20, "5.0"));
        Figures figures = story.figures(report, "2026-09-01", "2026-11-01", Optional.of(By.MONTH));
        Figures shown = Suppression.ofVoices(report.columns(), figures);
        assertThat(Stream.concat(shown.items().stream(), Stream.of(shown.total())))
                .extracting(MoraleTest::text)
                .containsExactly(
                        "*/* *, trend *, enps * of *, */* *, 1 surveys 1 withheld",
                        "12.0/20 60.0, trend -, enps 5.0 of 20, 20/40 50.0, 1 surveys 0 withheld",
                        "12.0/20 60.0, trend -, enps 5.0 of 20, 20/40 50.0, 2 surveys 1 withheld");
        assertThat(shown.items().getFirst().isSuppressed()).isTrue();
    }

    @Test
    void a_question_that_few_answered_is_left_out() throws Exception {
        survey("2026-10-09", 40, 6, figure("heard", 6, "50.0"), heldBack("time"), heldBack("recommend"));
        assertThat(october()).isEqualTo("3.0/6 50.0, trend -, enps * of *, 6/40 15.0, 1 surveys 0 withheld");
    }

    @Test
    void as_known_then_it_was_not_published() throws Exception {
        var survey = new StreamId("survey", UUID.randomUUID());
        story.tell(survey, 1, new SurveyDesigned(QUESTIONS), Instant.parse("2026-10-01T09:00:00Z"));
        story.tell(survey, 9, new SurveyClosed(LocalDate.parse("2026-10-09")), Instant.parse("2026-10-10T00:01:00Z"));
        story.tell(
                survey,
                10,
                new SurveyResultPublished(40, Optional.of(20), List.of(figure("heard", 20, "60.0"))),
                Instant.parse("2026-10-12T09:00:00Z"));
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-10-12T08:59:59Z")))
                .startsWith("0.0/0 -");
        assertThat(text(story.totalAsOf(report, "2026-10-01", "2026-11-01", "2026-10-12T09:00:00Z")))
                .startsWith("12.0/20 60.0");
    }

    @Test
    void the_order_of_its_events_does_not_matter() throws Exception {
        var survey = new StreamId("survey", UUID.randomUUID());
        story.tell(
                survey,
                10,
                new SurveyResultPublished(40, Optional.of(20), List.of(figure("heard", 20, "60.0"))),
                RECORDED);
        story.tell(survey, 9, new SurveyClosed(LocalDate.parse("2026-10-09")), RECORDED);
        story.tell(survey, 1, new SurveyDesigned(QUESTIONS), RECORDED);
        assertThat(october()).startsWith("12.0/20 60.0");
    }

    @Test
    void names_the_events_it_counts() throws Exception {
        survey("2026-10-09", 40, 20, figure("heard", 20, "60.0"));
        survey("2026-11-09", 40, 20, figure("heard", 20, "60.0"));
        var asked = new refocus.reporting.figures.Question(
                new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01")),
                Optional.empty(),
                Optional.empty());
        assertThat(report.events(asked, Optional.empty(), 10).await().indefinitely())
                .extracting(event -> event.type() + " " + event.counts())
                .containsExactlyInAnyOrder(
                        "survey-closed [surveys]", "survey-result-published [numerator, denominator, surveys]");
    }

    @Test
    void an_analyst_reads_the_same_by_month_in_sql() throws Exception {
        survey("2026-09-10", 30, 4);
        survey("2026-10-09", 40, 20, figure("heard", 20, "60.0"), figure("recommend", 20, "-15.0"));
        assertThat(story.analystReads("select m::text from reports.morale m order by month limit 2"))
                .containsExactly("(2026-09,,,,,,,,,,1,1)", "(2026-10,12.0,20,60.0,,-15.0,20,20,40,50.0,1,0)");
    }

    private static void survey(String closedOn, int invited, int responses, Figure... figures) throws Exception {
        var survey = new StreamId("survey", UUID.randomUUID());
        List<Figure> told =
                responses < 5 ? List.of(heldBack("heard"), heldBack("time"), heldBack("recommend")) : List.of(figures);
        story.tell(survey, 1, new SurveyDesigned(QUESTIONS), RECORDED);
        story.tell(survey, 9, new SurveyClosed(LocalDate.parse(closedOn)), RECORDED);
        Optional<Integer> toldOf = Optional.of(responses).filter(count -> count >= 5);
        story.tell(survey, 10, new SurveyResultPublished(invited, toldOf, told), RECORDED);
    }

    private static Figure figure(String question, int responses, String value) {
        return new Figure(question, Optional.of(responses), Optional.of(new BigDecimal(value)));
    }

    private static Figure heldBack(String question) {
        return new Figure(question, Optional.empty(), Optional.empty());
    }

    private static String october() {
        return text(story.total(report, "2026-10-01", "2026-11-01"));
    }

    private static List<String> trends(String from, String to, By by) {
        Figures figures = story.figures(report, from, to, Optional.of(by));
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> cell(row, "value") + " " + cell(row, "trend"))
                .toList();
    }

    private static String text(Row row) {
        return "%s/%s %s, trend %s, enps %s of %s, %s/%s %s, %s surveys %s withheld"
                .formatted(Stream.of(
                                "numerator",
                                "denominator",
                                "value",
                                "trend",
                                "enps",
                                "enpsResponses",
                                "responses",
                                "invited",
                                "responseRate",
                                "surveys",
                                "withheld")
                        .map(column -> cell(row, column))
                        .toArray());
    }

    private static String cell(Row row, String column) {
        return row.hides(column) ? "*" : row.shown(column).map(Object::toString).orElse("-");
    }
}
