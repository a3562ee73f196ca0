package refocus.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.reporting.figures.Figures.TOTAL;

import java.util.List;
import java.util.Map;
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

    @Test
    void hides_what_is_drawn_from_a_few() {
        var columns = List.of(Column.count("numerator"), Column.amount("days", "numerator"), Column.amount("posts"));
        assertThat(cells(columns, Map.of("numerator", 4, "days", 12, "posts", 3)))
                .containsExactly("*", "*", "3");
        assertThat(cells(columns, Map.of("numerator", 5, "days", 12, "posts", 3)))
                .containsExactly("5", "12", "3");
    }

    @Test
    void hides_a_ratio_with_either_of_its_parts() {
        var columns = List.of(
                Column.stock("held"),
                Column.amount("fte", "heads"),
                Column.stock("heads"),
                Column.ratio("each", "held", "fte"));
        assertThat(cells(columns, Map.of("held", 20, "fte", 3, "heads", 4, "each", 7)))
                .containsExactly("20", "*", "*", "*");
        assertThat(cells(columns, Map.of("held", 20, "fte", 4, "heads", 5, "each", 5)))
                .containsExactly("20", "4", "5", "5");
    }

    @Test
    void hides_nothing_more_of_a_stock_whose_parts_do_not_add_up() {
        var columns = List.of(Column.stock("heads"));
        Figures figures = Suppression.of(
                columns,
                new Figures(
                        List.of(row("2026-09", Map.of("heads", 3)), row("2026-10", Map.of("heads", 9))),
                        row(TOTAL, Map.of("heads", 9))));
        assertThat(figures.items()).extracting(row -> cell(row, "heads")).containsExactly("*", "9");
        assertThat(cell(figures.total(), "heads")).isEqualTo("9");
    }

    @Test
    void hides_another_slice_so_that_the_whole_does_not_tell() {
        var columns = List.of(
                Column.count("all"),
                Column.band("useful", "all"),
                Column.band("open", "all"),
                Column.band("declined", "all"));
        assertThat(cells(columns, Map.of("all", 30, "useful", 20, "open", 8, "declined", 2)))
                .containsExactly("30", "20", "*", "*");
        assertThat(cells(columns, Map.of("all", 30, "useful", 20, "open", 10, "declined", 0)))
                .containsExactly("30", "20", "10", "0");
        assertThat(cells(columns, Map.of("all", 6, "useful", 3, "open", 3, "declined", 0)))
                .containsExactly("6", "*", "*", "0");
    }

    @Test
    void a_share_of_another_whole_protects_the_rest_of_that_one_too() {
        var columns = List.of(
                Column.count("started"),
                Column.count("accepted", "started"),
                Column.count("hired", "started"),
                Column.share("of accepted", "hired", "accepted"));
        assertThat(cells(columns, Map.of("started", 40, "accepted", 12, "hired", 10, "of accepted", 83)))
                .containsExactly("40", "12", "*", "*");
    }

    private static List<String> cells(List<Column> columns, Map<String, Integer> numbers) {
        Row total = Suppression.of(columns, new Figures(List.of(), row(TOTAL, numbers)))
                .total();
        return columns.stream().map(column -> cell(total, column.name())).toList();
    }

    private static Row row(String key, Map<String, Integer> numbers) {
        Row row = Row.of(key);
        for (var number : numbers.entrySet()) {
            row = row.with(number.getKey(), number.getValue());
        }
        return row;
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
