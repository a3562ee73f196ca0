package refocus.reporting.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.reporting.scorecard.Better.LESS;
import static refocus.reporting.scorecard.Better.MORE;
import static refocus.reporting.scorecard.Better.NEITHER;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Row;
import refocus.reporting.figures.Suppression;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.scorecard.Better.Verdict;

class MeasureTest {

    static final Period YEAR = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));
    private static final Instant IN_DECEMBER = Instant.parse("2026-12-10T00:00:00Z");

    @Test
    void the_latest_is_the_last_finished_quarter_and_is_compared_with_the_one_before_and_the_first() {
        Measure measure = measure(MORE, "20.0", "22.5", "30.1", "5.0");
        assertThat(measure.latest().orElseThrow().part().key()).isEqualTo("2026-Q3");
        assertThat(measure.sinceBefore().orElseThrow().by()).isEqualByComparingTo("7.6");
        assertThat(measure.sinceFirst().orElseThrow().by()).isEqualByComparingTo("10.1");
        assertThat(measure.sinceFirst().orElseThrow().verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void a_quarter_without_a_figure_is_passed_over() {
        Measure measure = measure(MORE, "20.0", "30.0", "", "");
        assertThat(measure.latest().orElseThrow().part().key()).isEqualTo("2026-Q2");
        assertThat(measure.sinceBefore().orElseThrow().by()).isEqualByComparingTo("10.0");
        assertThat(measure.sinceFirst()).isEmpty();
        assertThat(measure(MORE, "", "", "", "").latest()).isEmpty();
    }

    @Test
    void the_end_of_a_quarter_is_midnight_in_wales() {
        var before = Instant.parse("2026-06-30T22:59:59Z");
        assertThat(latest(before)).isEqualTo("2026-Q1");
        assertThat(latest(before.plusSeconds(1))).isEqualTo("2026-Q2");
    }

    @Test
    void which_way_is_better_depends_on_the_measure() {
        assertThat(MORE.of(new BigDecimal("-0.1"))).isEqualTo(Verdict.WORSE);
        assertThat(LESS.of(new BigDecimal("-0.1"))).isEqualTo(Verdict.BETTER);
        assertThat(NEITHER.of(new BigDecimal("-0.1"))).isEqualTo(Verdict.OPEN);
        assertThat(MORE.of(new BigDecimal("0.0"))).isEqualTo(Verdict.SAME);
    }

    @Test
    void what_is_withheld_is_neither_shown_nor_compared() {
        var rows = List.of(row("2026-Q1", 3, 4), row("2026-Q2", 10, 20), row("2026-Q3", 15, 20), row("2026-Q4", 2, 20));
        Figures held = Suppression.of(REPORT.columns(), new Figures(rows, Row.of(Figures.TOTAL)));
        Measure measure = Measure.of(headline(MORE), REPORT, YEAR.by(By.QUARTER), held, Optional.of(IN_DECEMBER));
        assertThat(measure.isWithheld(measure.points().getFirst())).isTrue();
        assertThat(measure.value(measure.points().getFirst())).isEmpty();
        assertThat(measure.sinceFirst()).isEmpty();
    }

    private static String latest(Instant completeThrough) {
        return measure(completeThrough, MORE, "1.0", "2.0", "3.0", "4.0")
                .latest()
                .orElseThrow()
                .part()
                .key();
    }

    static Measure measure(Better better, String... values) {
        return measure(IN_DECEMBER, better, values);
    }

    private static Measure measure(Instant completeThrough, Better better, String... values) {
        var rows = new ArrayList<Row>();
        for (String value : values) {
            rows.add(Row.of("")
                    .with(
                            "value",
                            Optional.of(value).filter(text -> !text.isEmpty()).map(BigDecimal::new)));
        }
        return Measure.of(
                headline(better),
                REPORT,
                YEAR.by(By.QUARTER),
                new Figures(rows, Row.of(Figures.TOTAL)),
                Optional.of(completeThrough));
    }

    private static Row row(String key, long part, long whole) {
        return Row.of(key)
                .with("part", part)
                .with("whole", whole)
                .with("value", refocus.reporting.figures.Percentage.of(part, whole));
    }

    private static Headline headline(Better better) {
        return new Headline(Headline.Theme.TIME, "library-visits", "value", better);
    }

    /// A report of nothing but its columns.
    private static final Report REPORT = new Report() {

        @Override
        public String name() {
            return "library-visits";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Column> columns() {
            return List.of(
                    Column.count("part", "whole"), Column.count("whole"), Column.share("value", "part", "whole"));
        }

        @Override
        public Set<String> projections() {
            return Set.of();
        }

        @Override
        public Uni<Figures> answer(Question question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
            throw new UnsupportedOperationException();
        }
    };
}
