package refocus.feedback;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.contract.EventContract;

/// Every event ever written can still be read, and none changes its shape unnoticed.
class EventContractTest {

    @TestFactory
    Stream<DynamicTest> events_keep_their_promises() {
        return EventContract.of(FeedbackStreams.ALL).tests();
    }
}
