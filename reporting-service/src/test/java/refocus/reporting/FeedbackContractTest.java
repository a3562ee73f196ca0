package refocus.reporting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.personal.EventJson;
import refocus.reporting.barriers.BarrierMessage;
import refocus.reporting.ideas.IdeaMessage;
import refocus.reporting.morale.SurveyMessage;
import refocus.reporting.voices.VoiceMessage;

/// What reports read of feedback-service is what it promises: there is a sample of each type, and it is read.
class FeedbackContractTest {

    private static final Path SAMPLES = Path.of("..", "feedback-service", "src", "test", "resources", "events");

    @TestFactory
    Stream<DynamicTest> every_event_that_reports_read_is_there_and_understood() {
        return Stream.of(SurveyMessage.TYPES, BarrierMessage.TYPES, VoiceMessage.TYPES, IdeaMessage.TYPES)
                .flatMap(types -> types.all().stream())
                .map(FeedbackContractTest::understood);
    }

    private static DynamicTest understood(EventTypes.Type<?> type) {
        Path sample = SAMPLES.resolve("%s.v%d.json".formatted(type.name(), type.version()));
        return dynamicTest(
                type.name(),
                () -> assertThatCode(() -> EventJson.read(Files.readString(sample), type.record()))
                        .doesNotThrowAnyException());
    }
}
