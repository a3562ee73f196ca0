package refocus.staff;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.contract.AsyncApiContract;
import refocus.eventsourcing.contract.EventContract;

/// Every event this service ever wrote can still be read, and none changes its shape unnoticed.
class EventContractTest {

    @TestFactory
    Stream<DynamicTest> events_keep_their_promises() {
        return EventContract.of(StaffStreams.ALL).tests();
    }

    @Test
    void the_topic_is_described() {
        AsyncApiContract.check(StaffStreams.ALL);
    }
}
