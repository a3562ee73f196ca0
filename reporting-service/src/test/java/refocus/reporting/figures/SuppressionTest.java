package refocus.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.reporting.figures.Figures.TOTAL;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final List<Column> COLUMNS = List.of(
            Column.count("numerator", "denominator"),
            Column.count("denominator"),
            Column.share("value", "numerator", "denominator"));

    @Test
    void leaves_large_counts_and_zeros_alone() {
        assertThat(shown(of(10, 20), of(0, 30), of(40, 40)))
                .containsExactly("10/20 50.0", "0/30 0.0", "40/40 100.0", "50/90 55.6");
    }

    @Test
    void hides_a_small_part_its_share_and_one_more_so_that_the_total_does_not_tell() {
        assertThat(shown(of(3, 20), of(9, 30), of(20, 40)))
                .containsExactly("*/20 *", "*/30 *", "20/40 50.0", "32/90 35.6");
    }

    @Test
    void hides_a_part_whose_remainder_is_small() {
        assertThat(shown(of(18, 20), of(9, 30), of(20, 40)))
                .containsExactly("*/20 *", "*/30 *", "20/40 50.0", "47/90 52.2");
    }

    @Test
    void hides_a_small_whole_with_all_that_is_in_it() {
        assertThat(shown(of(2, 4), of(9, 30), of(20, 40)))
                .containsExactly("*/* *", "*/* *", "20/40 50.0", "31/74 41.9");
    }

    @Test
    void hides_nobody_of_a_few_as_well_as_a_few_of_a_few() {
        assertThat(shown(of(0, 3), of(9, 30), of(20, 40)))
                .containsExactly("*/* *", "*/* *", "20/40 50.0", "29/73 39.7");
    }

    @Test
    void hides_more_while_what_is_hidden_adds_up_to_a_few() {
        assertThat(shown(of(1, 20), of(2, 20), of(9, 30), of(20, 40)))
                .containsExactly("*/20 *", "*/20 *", "*/30 *", "20/40 50.0", "32/110 29.1");
    }

    @Test
    void hides_the_total_where_nothing_else_is_left_to_hide() {
        assertThat(shown(of(3, 20), of(0, 30))).containsExactly("*/20 *", "0/30 0.0", "*/50 *");
    }

    @Test
    void hides_a_small_total_without_parts() {
        Figures figures =
                Suppression.of(COLUMNS, new Figures(List.of(), of(4, 50).row(TOTAL)));
        assertThat(text(figures.total())).isEqualTo("*/50 *");
        assertThat(figures.total().isSuppressed()).isTrue();
    }

    @Test
    void does_not_hide_minutes() {
        var columns = List.of(Column.minutes("numerator"), Column.minutes("denominator"));
        Figures figures = Suppression.of(columns, new Figures(List.of(), of(3, 4).row(TOTAL)));
        assertThat(figures.total().isSuppressed()).isFalse();
    }

    private record Counts(long numerator, long denominator) {

        Row row(String key) {
            return Row.of(key)
                    .with("numerator", numerator)
                    .with("denominator", denominator)
                    .with("value", Percentage.of(numerator, denominator));
        }
    }

    private static Counts of(long numerator, long denominator) {
        return new Counts(numerator, denominator);
    }

    private static List<String> shown(Counts... parts) {
        List<Row> items = IntStream.range(0, parts.length)
                .mapToObj(i -> parts[i].row("part " + i))
                .toList();
        long numerator = List.of(parts).stream().mapToLong(Counts::numerator).sum();
        long denominator =
                List.of(parts).stream().mapToLong(Counts::denominator).sum();
        Figures figures = Suppression.of(
                COLUMNS, new Figures(items, of(numerator, denominator).row(TOTAL)));
        return java.util.stream.Stream.concat(figures.items().stream(), java.util.stream.Stream.of(figures.total()))
                .map(SuppressionTest::text)
                .toList();
    }

    private static String text(Row row) {
        return "%s/%s %s".formatted(cell(row, "numerator"), cell(row, "denominator"), cell(row, "value"));
    }

    private static String cell(Row row, String column) {
        return row.shown(column).map(Object::toString).orElse("*");
    }
}
