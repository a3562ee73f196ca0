package refocus.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The attacker's measure catches what it is meant to catch.
class ChanceTest {

    private final List<Integer> inOrder = IntStream.range(0, 40).boxed().collect(Collectors.toList());

    @Test
    void an_order_that_was_kept_reversed_or_only_nudged_is_not_chance() {
        assertThat(Chance.isLikely(inOrder)).isFalse();
        assertThat(Chance.isLikely(inOrder.reversed())).isFalse();
        for (int place = 0; place < 40; place += 4) {
            Collections.swap(inOrder, place, place + 2);
        }
        assertThat(Chance.isLikely(inOrder)).isFalse();
    }

    @Test
    void a_shuffled_order_is() {
        Collections.shuffle(inOrder, new Random(4711));
        assertThat(Chance.isLikely(inOrder)).isTrue();
    }
}
