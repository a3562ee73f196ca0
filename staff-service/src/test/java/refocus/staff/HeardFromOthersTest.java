package refocus.staff;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.contract.HeardContract;
import refocus.staff.hiring.HireMessage;
import refocus.staff.workload.CaseMessage;

/// What other services promise to say is what we hear.
class HeardFromOthersTest {

    @TestFactory
    Stream<DynamicTest> what_case_service_says() {
        return HeardContract.of("case", CaseMessage.class);
    }

    @TestFactory
    Stream<DynamicTest> what_recruitment_service_says() {
        return HeardContract.of("recruitment", HireMessage.class);
    }
}
