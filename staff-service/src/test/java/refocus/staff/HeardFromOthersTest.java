package refocus.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.personal.EventJson;
import refocus.staff.hiring.HireMessage;
import refocus.staff.workload.CaseMessage;

/// What other services promise to say, by their own samples, is what we hear.
class HeardFromOthersTest {

    @ParameterizedTest(name = "{1} of {0}-service")
    @MethodSource("heard")
    <E> void every_declared_event_is_read_from_its_senders_sample(String service, EventTypes.Type<E> type)
            throws IOException {
        Path sample = Path.of(
                "../%s-service/src/test/resources/events/%s.v%d.json".formatted(service, type.name(), type.version()));
        assertThat(EventJson.<E>read(Files.readString(sample), typed(type))).isNotNull();
    }

    static Stream<Arguments> heard() {
        return Stream.concat(
                EventTypes.of(CaseMessage.class).all().stream().map(type -> Arguments.of("case", type)),
                EventTypes.of(HireMessage.class).all().stream().map(type -> Arguments.of("recruitment", type)));
    }

    @SuppressWarnings("unchecked") // a record of the type
    private static <E> Class<E> typed(EventTypes.Type<E> type) {
        return (Class<E>) type.record();
    }
}
