package refocus.cases;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.cases.staffing.StaffMessage;
import refocus.eventsourcing.contract.HeardContract;

/// What other services promise to say is what we hear.
class HeardFromOthersTest {

    @TestFactory
    Stream<DynamicTest> what_staff_service_says() {
        return HeardContract.of("staff", StaffMessage.class);
    }
}
