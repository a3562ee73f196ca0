package refocus.reporting.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.reporting.milestones.Milestone;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.period.Period.Bucket;
import refocus.reporting.scorecard.Chart.NamedMilestone;
import refocus.reporting.scorecard.Chart.Part;
import refocus.reporting.scorecard.Chart.Size;

class ChartTest {

    private static final Period YEAR = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

    @Test
    void the_scale_begins_at_zero_and_ends_at_a_round_number_no_lower_than_the_highest_figure() {
        assertThat(scale(0)).isEqualTo("0 1");
        assertThat(scale(31.2)).isEqualTo("0 10 20 30 40");
        assertThat(scale(100)).isEqualTo("0 20 40 60 80 100");
        assertThat(scale(1234)).isEqualTo("0 250 500 750 1000 1250");
    }

    @Test
    void a_part_without_a_figure_leaves_a_gap() {
        Chart chart = chart(Size.WIDE, List.of(), 10.0, null, 20.0, 30.0);
        assertThat(chart.lines()).hasSize(2);
        assertThat(chart.dots()).hasSize(3);
    }

    @Test
    void an_unfinished_part_is_reached_by_a_line_of_its_own() {
        var parts = new ArrayList<>(parts(10.0, 20.0, 30.0, 5.0));
        Part last = parts.removeLast();
        parts.add(new Part(last.from(), last.to(), last.value(), false, last.label(), last.text(), last.title()));
        Chart chart = Chart.of(Size.WIDE, YEAR, parts, List.of(), "%");
        assertThat(chart.lines())
                .singleElement()
                .asString()
                .doesNotContain(dot(chart.dots().getLast()));
        assertThat(chart.pending())
                .singleElement()
                .asString()
                .endsWith(dot(chart.dots().getLast()));
        assertThat(chart.dots().getLast().finished()).isFalse();
    }

    @Test
    void a_milestone_stands_on_its_day_and_each_in_a_row_of_its_own() {
        var milestones = List.of(milestone("2026-01-01"), milestone("2026-07-02"));
        Chart chart = chart(Size.WIDE, milestones, 1.0, 2.0, 3.0, 4.0);
        assertThat(chart.rules().getFirst().x()).isEqualTo(chart.left());
        assertThat(chart.rules().getLast().x()).isBetween(393.0, 399.0);
        assertThat(chart.rules())
                .extracting(Chart.Rule::y)
                .doesNotHaveDuplicates()
                .allMatch(y -> y < chart.top());
        assertThat(chart.rules()).extracting(Chart.Rule::number).containsExactly(1, 2);
    }

    @Test
    void everything_stands_inside_the_drawing_and_names_that_do_not_fit_are_left_out() {
        Double[] months = new Double[48];
        java.util.Arrays.fill(months, 42.0);
        for (Size size : Size.values()) {
            Chart chart = chart(size, List.of(milestone("2026-12-31")), months);
            assertThat(chart.dots()).allMatch(dot -> dot.x() > chart.left() && dot.x() < chart.right());
            assertThat(chart.labels().size()).isLessThan(30);
            assertThat(chart.labels()).extracting(Chart.Label::text).contains("p47");
            assertThat(chart.dots().stream().filter(dot -> dot.text().isPresent()))
                    .hasSize(2);
        }
    }

    private static String scale(double highest) {
        return String.join(
                " ",
                chart(Size.WIDE, List.of(), highest).ticks().stream()
                        .map(Chart.Tick::text)
                        .map(text -> text.replace("%", ""))
                        .toList());
    }

    private static Chart chart(Size size, List<NamedMilestone> milestones, Double... values) {
        return Chart.of(size, YEAR, parts(values), milestones, "%");
    }

    private static List<Part> parts(Double... values) {
        var parts = new ArrayList<Part>();
        List<Bucket> quarters = YEAR.by(By.QUARTER);
        long days = 365 / values.length;
        for (int i = 0; i < values.length; i++) {
            LocalDate from =
                    values.length == 4 ? quarters.get(i).from() : YEAR.from().plusDays(i * days);
            parts.add(new Part(from, from.plusDays(days), Optional.ofNullable(values[i]), true, "p" + i, "t", "title"));
        }
        return parts;
    }

    private static NamedMilestone milestone(String day) {
        return new NamedMilestone(new Milestone(UUID.randomUUID(), "en", "cy", LocalDate.parse(day)), "en");
    }

    private static String dot(Chart.Dot dot) {
        return dot.x() + " " + dot.y();
    }
}
