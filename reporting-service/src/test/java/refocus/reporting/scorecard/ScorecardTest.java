package refocus.reporting.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.reporting.scorecard.Better.LESS;
import static refocus.reporting.scorecard.Better.MORE;
import static refocus.reporting.scorecard.Better.NEITHER;
import static refocus.reporting.scorecard.MeasureTest.YEAR;
import static refocus.reporting.scorecard.MeasureTest.measure;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import refocus.reporting.figures.Question;
import refocus.reporting.period.By;
import refocus.reporting.scorecard.Scorecard.Direction;

class ScorecardTest {

    @Test
    void counts_what_went_its_way_since_the_beginning_among_what_has_a_way_and_a_past() {
        assertThat(direction(
                        measure(MORE, "10.0", "30.0", "20.0", ""),
                        measure(LESS, "10.0", "30.0", "20.0", ""),
                        measure(MORE, "10.0", "30.0", "10.0", ""),
                        measure(NEITHER, "10.0", "20.0", "30.0", ""),
                        measure(MORE, "10.0", "", "", "")))
                .isEqualTo(new Direction(1, 3));
    }

    @Test
    void compares_two_finished_parts_where_there_are_no_more() {
        assertThat(direction(measure(MORE, "10.0", "30.0", "", ""))).isEqualTo(new Direction(1, 1));
        assertThat(direction()).isEqualTo(new Direction(0, 0));
    }

    private static Direction direction(Measure... measures) {
        var question = new Question(YEAR, Optional.of(By.QUARTER), Optional.empty());
        return new Scorecard(question, List.of(measures), List.of(), Optional.empty()).direction();
    }
}
