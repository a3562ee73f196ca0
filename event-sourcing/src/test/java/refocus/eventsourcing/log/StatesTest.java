package refocus.eventsourcing.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;

class StatesTest {

    private static final int MOST = 100;

    private final States states = new States(MOST, new SimpleMeterRegistry());

    @Test
    void a_stream_that_begins_to_be_used_is_kept_however_often_others_were() {
        var often = streams().limit(MOST).toList();
        for (int time = 0; time < 10; time++) {
            often.forEach(stream -> states.put(stream, at(1)));
            often.forEach(states::get);
        }
        var now = streams().limit(MOST / 2).toList();
        now.forEach(stream -> states.put(stream, at(1)));

        assertThat(now).allMatch(stream -> states.get(stream).isPresent());
        assertThat(often.subList(0, MOST / 2))
                .allMatch(stream -> states.get(stream).isEmpty());
        assertThat(often.subList(MOST / 2, MOST))
                .allMatch(stream -> states.get(stream).isPresent());
    }

    @Test
    void what_was_asked_for_last_stays() {
        var all = streams().limit(MOST).toList();
        all.forEach(stream -> states.put(stream, at(1)));
        states.get(all.getFirst());
        states.put(streams().findFirst().orElseThrow(), at(1));

        assertThat(states.get(all.getFirst())).isPresent();
        assertThat(states.get(all.get(1))).isEmpty();
    }

    @Test
    void an_older_version_does_not_take_the_place_of_a_newer_one() {
        var stream = streams().findFirst().orElseThrow();
        states.put(stream, at(5));
        states.put(stream, at(4));

        assertThat(states.get(stream).orElseThrow().version()).isEqualTo(5);
    }

    private static Loaded<?> at(long version) {
        return new Loaded<>(version, "a state", true);
    }

    private static Stream<StreamId> streams() {
        return Stream.generate(() -> new StreamId("loan", UUID.randomUUID()));
    }
}
