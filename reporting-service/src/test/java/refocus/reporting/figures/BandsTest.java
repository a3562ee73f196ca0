package refocus.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.reporting.figures.Figures.TOTAL;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Bands that make up a whole, what is made of counts, and what staff said.
class BandsTest {

    private static final List<Column> BANDS = List.of(
            Column.band("young", "open"),
            Column.band("grown", "open"),
            Column.band("old", "open"),
            Column.count("open"),
            Column.amount("hours", "open"));

    @Test
    void a_small_band_takes_the_next_with_it() {
        assertThat(shown(Suppression.of(BANDS, new Figures(List.of(), bands(TOTAL, 3, 9, 30)))))
                .containsExactly("* * 30 42 7");
    }

    @Test
    void a_small_whole_takes_its_bands_and_what_is_made_of_it() {
        assertThat(shown(Suppression.of(BANDS, new Figures(List.of(), bands(TOTAL, 3, 0, 0)))))
                .containsExactly("* * * * *");
    }

    @Test
    void neither_a_row_nor_a_column_gives_a_hidden_band_away() {
        var figures = new Figures(
                List.of(bands("ICT", 3, 9, 30), bands("HR", 20, 40, 50), bands("LEGAL", 60, 70, 80)),
                bands(TOTAL, 83, 119, 160));
        assertThat(shown(Suppression.of(BANDS, figures)))
                .containsExactly("* * 30 42 7", "* * 50 110 7", "60 70 80 210 7", "83 119 160 362 7");
    }

    @Test
    void bands_do_not_give_their_hidden_whole_away() {
        var columns = List.of(
                Column.count("denominator"),
                Column.band("numerator", "denominator"),
                Column.band("open", "denominator"),
                Column.band("did", "numerator"),
                Column.band("cannot", "numerator"));
        Row total = Row.of(TOTAL)
                .with("denominator", 20)
                .with("numerator", 18)
                .with("open", 2)
                .with("did", 8)
                .with("cannot", 10);
        assertThat(shown(columns, Suppression.of(columns, new Figures(List.of(), total))))
                .containsExactly("20 * * * 10");
    }

    @Test
    void a_part_of_a_part_does_not_tell_of_a_few_either() {
        var columns = List.of(
                Column.count("proposed"), Column.count("drafted", "proposed"), Column.count("submitted", "drafted"));
        Row total = Row.of(TOTAL).with("proposed", 25).with("drafted", 24).with("submitted", 24);
        assertThat(shown(columns, Suppression.of(columns, new Figures(List.of(), total))))
                .containsExactly("25 * *");
    }

    @Test
    void inside_the_service_bands_are_shown() {
        assertThat(shown(Suppression.ofVoices(BANDS, new Figures(List.of(), bands(TOTAL, 3, 9, 30)))))
                .containsExactly("3 9 30 42 7");
    }

    @Nested
    class What_staff_said {

        private static final List<Column> VOICES = List.of(
                Column.voices("heard", "asked"),
                Column.voices("asked"),
                Column.share("value", "heard", "asked"),
                Column.plain("surveys"));

        @Test
        void is_held_back_from_everybody_where_few_said_it() {
            var figures = new Figures(
                    List.of(voices("2026-09", 2, 3), voices("2026-10", 9, 20), voices("2026-11", 20, 40)),
                    voices(TOTAL, 31, 63));
            assertThat(shown(Suppression.ofVoices(VOICES, figures)))
                    .containsExactly("* * * 1", "* * * 1", "20 40 50.0 1", "31 63 49.2 1");
        }

        @Test
        void and_what_was_held_back_before_stays_so() {
            Row before = voices(TOTAL, 9, 20).hiding(Set.of("surveys"));
            assertThat(shown(Suppression.of(VOICES, new Figures(List.of(), before))))
                    .containsExactly("9 20 45.0 *");
        }

        private static Row voices(String key, long heard, long asked) {
            return Row.of(key)
                    .with("heard", heard)
                    .with("asked", asked)
                    .with("value", Percentage.of(heard, asked))
                    .with("surveys", 1);
        }

        private static List<String> shown(Figures figures) {
            return BandsTest.shown(VOICES, figures);
        }
    }

    private static Row bands(String key, long young, long grown, long old) {
        return Row.of(key)
                .with("young", young)
                .with("grown", grown)
                .with("old", old)
                .with("open", young + grown + old)
                .with("hours", 7);
    }

    private static List<String> shown(Figures figures) {
        return shown(BANDS, figures);
    }

    private static List<String> shown(List<Column> columns, Figures figures) {
        return Stream.concat(figures.items().stream(), Stream.of(figures.total()))
                .map(row -> columns.stream()
                        .map(column ->
                                row.shown(column.name()).map(Object::toString).orElse("*"))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
