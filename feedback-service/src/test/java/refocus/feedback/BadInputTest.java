package refocus.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.BadInput;
import refocus.eventsourcing.servers.ServersResource;

/// Every way in, with everything that can be wrong with a request.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class BadInputTest {

    @Test
    void is_answered_on_every_operation_in_both_languages_and_records_nothing() {
        var walked = BadInput.of("analyst", "system", "service-manager", "practitioner")
                .openTo(
                        "GET /v1/code-sets",
                        "GET /v1/code-sets/{name}",
                        "POST /v1/surveys/{id}/responses",
                        "POST /v1/barriers/anonymous",
                        "POST /v1/barriers/anonymous/{id}/confirmation",
                        "POST /v1/barriers/anonymous/{id}/reopening")
                .walk();
        assertThat(walked.commands()).isGreaterThanOrEqualTo(43);
        assertThat(walked.reads()).isGreaterThanOrEqualTo(15);
        assertThat(walked.unknown()).isGreaterThanOrEqualTo(33);
        assertThat(walked.made()).isGreaterThanOrEqualTo(5);
        assertThat(walked.codes()).hasSizeGreaterThanOrEqualTo(7);
    }
}
