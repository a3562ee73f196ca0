package refocus.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.feedback.survey.Question.Kind;
import refocus.feedback.survey.SurveyCommand.Invited;
import refocus.feedback.survey.SurveyEvent.Figure;
import refocus.feedback.survey.SurveyEvent.Group;
import refocus.feedback.survey.SurveyEvent.GroupFigures;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;

class TallyTest {

    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final Question HEARD = new Question("heard", "I am heard.", "Caf fy nghlywed.", Kind.SCALE, 5);
    static final Question RECOMMEND =
            new Question("recommend", "I would recommend it.", "Byddwn yn ei argymell.", Kind.RECOMMEND, 10);

    @Test
    void agreement_becomes_an_index_and_recommending_a_net_score() {
        var sheets = IntStream.of(10, 9, 8, 6, 0)
                .mapToObj(answer -> new Sheet(Optional.empty(), Map.of("heard", 4, "recommend", answer)))
                .toList();
        assertThat(result(sheets, List.of(HEARD, RECOMMEND)).overall())
                .containsExactly(figure("heard", 5, "75.0"), figure("recommend", 5, "0.0"));
    }

    @Test
    void fewer_than_five_answers_say_nothing() {
        var result = result(sheets("NORTH", 4), List.of(HEARD));
        assertThat(result.responses()).isEmpty();
        assertThat(result.overall()).containsExactly(suppressed());
        assertThat(groups(result)).containsEntry("NORTH", suppressed());
    }

    @Test
    void what_a_small_group_said_cannot_be_had_by_taking_the_others_from_the_whole() {
        var result = result(all(sheets("NORTH", 9), sheets("SOUTH", 7), sheets("WEST", 3)), List.of(HEARD));
        assertThat(result.responses()).contains(19);
        assertThat(groups(result))
                .containsEntry("NORTH", figure("heard", 9, "75.0"))
                .containsEntry("SOUTH", suppressed())
                .containsEntry("WEST", suppressed());
    }

    @Test
    void small_groups_that_hide_each_other_leave_the_large_ones_shown() {
        var result = result(all(sheets("NORTH", 9), sheets("SOUTH", 3), sheets("WEST", 4)), List.of(HEARD));
        assertThat(groups(result))
                .containsEntry("NORTH", figure("heard", 9, "75.0"))
                .containsEntry("SOUTH", suppressed())
                .containsEntry("WEST", suppressed());
    }

    @Test
    void those_who_name_no_group_are_a_small_group_too() {
        var result = result(
                all(sheets("NORTH", 9), sheets("SOUTH", 7), List.of(new Sheet(Optional.empty(), Map.of("heard", 1)))),
                List.of(HEARD));
        assertThat(groups(result)).containsEntry("SOUTH", suppressed());
        assertThat(groups(result).get("NORTH")).isEqualTo(figure("heard", 9, "75.0"));
    }

    @Test
    void with_nothing_to_hide_every_group_is_shown() {
        var result = result(all(sheets("NORTH", 9), sheets("SOUTH", 5)), List.of(HEARD));
        assertThat(groups(result))
                .containsEntry("NORTH", figure("heard", 9, "75.0"))
                .containsEntry("SOUTH", figure("heard", 5, "75.0"))
                .containsEntry("WEST", suppressed());
    }

    @Test
    void a_group_under_the_minimum_is_folded_into_the_rest_at_opening() {
        assertThat(Groups.of(all(invited("NORTH", 9), invited("SOUTH", 6), invited("WEST", 2)), 5))
                .containsExactly(new Group("NORTH", 9), new Group("REST", 8));
        assertThat(Groups.of(all(invited("NORTH", 9), invited("SOUTH", 3), invited("WEST", 2)), 5))
                .containsExactly(new Group("NORTH", 9), new Group("REST", 5));
        assertThat(Groups.of(all(invited("NORTH", 9), invited("SOUTH", 6)), 5))
                .containsExactly(new Group("SOUTH", 6), new Group("NORTH", 9));
    }

    private static SurveyResultPublished result(List<Sheet> sheets, List<Question> questions) {
        var design = new SurveyDesigned("Pulse", "Curiad", questions, MONDAY);
        var opening = new SurveyOpened(
                IntStream.range(0, 30).mapToObj(number -> new UUID(0, number)).toList(),
                List.of(new Group("NORTH", 10), new Group("SOUTH", 10), new Group("WEST", 10)),
                5,
                MONDAY,
                MONDAY);
        return new Tally(design, opening, sheets).result();
    }

    private static Map<String, Figure> groups(SurveyResultPublished result) {
        return result.groups().stream()
                .collect(java.util.stream.Collectors.toMap(
                        GroupFigures::group, group -> group.figures().getFirst()));
    }

    private static List<Sheet> sheets(String group, int count) {
        return Stream.generate(() -> new Sheet(Optional.of(group), Map.of("heard", 4)))
                .limit(count)
                .toList();
    }

    private static List<Invited> invited(String group, int count) {
        return Stream.generate(() -> new Invited(UUID.randomUUID(), group))
                .limit(count)
                .toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static <T> List<T> all(List<T>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private static Figure figure(String question, int responses, String value) {
        return new Figure(question, Optional.of(responses), Optional.of(new BigDecimal(value)));
    }

    private static Figure suppressed() {
        return new Figure("heard", Optional.empty(), Optional.empty());
    }
}
