package refocus.eventsourcing.audit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.contract.AsyncApiContract;
import refocus.eventsourcing.contract.EventContract;

/// What is published of accesses keeps its shape, as events do.
class AccessEventContractTest {

    private static final Decider<Void, AccessEvent, Long> COUNTED =
            new Decider<>(0L, (_, _) -> List.of(), (count, _) -> count + 1);

    private static final Streams STREAMS =
            Streams.of("access", StreamType.of("access", COUNTED, AccessEvent.class, Long.class));

    @TestFactory
    Stream<DynamicTest> events_keep_their_promises() {
        return EventContract.of(STREAMS).tests();
    }

    @Test
    void the_topic_is_described() {
        AsyncApiContract.check(AccessEvent.TOPIC, "Refocus: who was shown or refused whose record", STREAMS);
    }
}
