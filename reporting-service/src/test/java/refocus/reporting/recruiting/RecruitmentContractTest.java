package refocus.reporting.recruiting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.personal.EventJson;

/// What is read of recruitment-service is what it promises: there is a sample of each type, and it is read.
class RecruitmentContractTest {

    private static final Path SAMPLES = Path.of("..", "recruitment-service", "src", "test", "resources", "events");

    @TestFactory
    Stream<DynamicTest> every_event_that_is_read_is_there_and_understood() {
        return EventTypes.of(RecruitmentMessage.class).all().stream().map(RecruitmentContractTest::understood);
    }

    private static DynamicTest understood(EventTypes.Type<RecruitmentMessage> type) {
        Path sample = SAMPLES.resolve("%s.v%d.json".formatted(type.name(), type.version()));
        return dynamicTest(
                type.name(),
                () -> assertThatCode(() -> EventJson.read(Files.readString(sample), type.record()))
                        .doesNotThrowAnyException());
    }
}
