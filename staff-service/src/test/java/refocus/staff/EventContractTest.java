package refocus.staff;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.contract.EventContract;

/// Every event this service ever wrote can still be read, and none changes its shape unnoticed.
class EventContractTest {

    @TestFactory
    Stream<DynamicTest> events_keep_their_promises() {
        return EventContract.of(StaffStreams.ALL).tests();
    }
}
