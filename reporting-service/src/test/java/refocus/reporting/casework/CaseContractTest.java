package refocus.reporting.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.personal.EventJson;

/// What case-service promises to send is what is understood here: each of its samples, of every version, is of a known
/// type and can be read, and each of the codes that figures turn on is known.
class CaseContractTest {

    private static final Path CASE_SERVICE = Path.of("..", "case-service", "src");

    /// Samples are made by rote, and have a field's name where a code belongs.
    private static final Map<String, String> CODES =
            Map.of("mode", "IN_PERSON", "visitKind", "STATUTORY", "category", "TRAVEL");

    @TestFactory
    Stream<DynamicTest> every_event_of_case_service_is_understood() throws IOException {
        try (Stream<Path> samples = Files.list(CASE_SERVICE.resolve("test/resources/events"))) {
            return samples.sorted().map(CaseContractTest::understood).toList().stream();
        }
    }

    @Test
    void every_code_that_a_figure_turns_on_is_known() throws IOException {
        assertThat(codes("direct-work-mode")).isEqualTo(Codes.MODES);
        assertThat(codes("work-time-category")).isEqualTo(Codes.WORK_TIME);
        assertThat(codes("visit-kind"))
                .isEqualTo(Stream.concat(Codes.REQUIRED_VISITS.stream(), Codes.OTHER_VISITS.stream())
                        .collect(Collectors.toSet()));
    }

    private static DynamicTest understood(Path sample) {
        String file = sample.getFileName().toString();
        String type = file.substring(0, file.indexOf('.'));
        return dynamicTest(file, () -> {
            ObjectNode event = EventJson.tree(Files.readString(sample));
            CODES.forEach((field, code) -> {
                if (event.path(field).asText().equals(field)) {
                    event.put(field, code);
                }
            });
            assertThatCode(() -> EventJson.read(
                            event, CaseMessage.TYPES.named(type).orElseThrow().record()))
                    .doesNotThrowAnyException();
        });
    }

    private static Set<String> codes(String set) throws IOException {
        Path file = CASE_SERVICE.resolve("main/resources/codes").resolve(set + ".json");
        return EventJson.tree(Files.readString(file)).path("codes").findValuesAsText("code").stream()
                .collect(Collectors.toSet());
    }
}
