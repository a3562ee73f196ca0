package refocus.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final List<Column> COLUMNS = List.of(
            Column.count("numerator", "denominator"),
            Column.count("denominator"),
            Column.share("value", "numerator", "denominator"));

    @Test
    void has_one_header_row_a_row_for_each_part_and_the_total_last() {
        assertThat(Csv.of(COLUMNS, new Figures(List.of(row("2026-10", 10, 40, "25.0")), row("total", 10, 40, "25.0"))))
                .isEqualTo("key,numerator,denominator,value,suppressed\r\n"
                        + "2026-10,10,40,25.0,false\r\n"
                        + "total,10,40,25.0,false\r\n");
    }

    @Test
    void leaves_empty_what_has_no_value() {
        Row nothing =
                Row.of("total").with("numerator", 0).with("denominator", 0).with("value", Optional.empty());
        assertThat(Csv.of(COLUMNS, new Figures(List.of(), nothing)))
                .isEqualTo("key,numerator,denominator,value,suppressed\r\ntotal,0,0,,false\r\n");
    }

    @Test
    void stars_what_is_withheld() {
        Figures small = Suppression.of(COLUMNS, new Figures(List.of(), row("total", 3, 40, "7.5")));
        assertThat(Csv.of(COLUMNS, small))
                .isEqualTo("key,numerator,denominator,value,suppressed\r\ntotal,*,40,*,true\r\n");
    }

    private static Row row(String key, long numerator, long denominator, String value) {
        return Row.of(key)
                .with("numerator", numerator)
                .with("denominator", denominator)
                .with("value", Optional.of(new BigDecimal(value)));
    }
}
