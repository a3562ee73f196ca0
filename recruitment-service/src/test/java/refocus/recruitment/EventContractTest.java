package refocus.recruitment;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.contract.EventContract;

class EventContractTest {

    @TestFactory
    Stream<DynamicTest> events_keep_their_promises() {
        return EventContract.of(RecruitmentStreams.ALL).tests();
    }
}
