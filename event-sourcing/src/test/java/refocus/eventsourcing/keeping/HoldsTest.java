package refocus.eventsourcing.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;

class HoldsTest {

    static final UUID CLAIM = new UUID(1, 1);
    static final UUID INQUIRY = new UUID(1, 2);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    final Holds claimed = Holds.NONE.with(Hold.placed(CLAIM, false, "CLAIM", Optional.empty(), TODAY));
    final Holds ended = claimed.lifted(CLAIM, TODAY);

    @Test
    void they_last_until_each_is_lifted() {
        assertThat(Holds.NONE.anyLasts()).isFalse();
        assertThat(claimed.anyLasts()).isTrue();
        assertThat(ended.anyLasts()).isFalse();
        assertThat(ended.all()).extracting(Hold::liftedOn).containsExactly(Optional.of(TODAY));
        var two = claimed.with(Hold.placed(INQUIRY, true, "PUBLIC_INQUIRY", Optional.empty(), TODAY));
        assertThat(two.lifted(CLAIM, TODAY).anyLasts()).isTrue();
    }

    @Test
    void one_is_placed_and_lifted_once() {
        assertThat(Holds.NONE.place(CLAIM, () -> "placed")).containsExactly("placed");
        assertThat(claimed.place(CLAIM, () -> "placed")).isEmpty();
        assertThat(ended.place(CLAIM, () -> "placed")).isEmpty();
        assertThat(claimed.lift(CLAIM, TODAY, Hold::reason)).containsExactly("CLAIM");
        assertThat(ended.lift(CLAIM, TODAY, Hold::reason)).isEmpty();
    }

    @Test
    void none_is_lifted_that_was_not_placed_nor_on_a_day_before() {
        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> claimed.lift(INQUIRY, TODAY, Hold::reason));
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> claimed.lift(CLAIM, TODAY.minusDays(1), Hold::reason));
        assertThatIllegalStateException().isThrownBy(() -> claimed.lifted(INQUIRY, TODAY));
    }
}
