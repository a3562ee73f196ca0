package refocus.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.BadInput;
import refocus.eventsourcing.servers.ServersResource;

/// Every way in, with everything that can be wrong with a request.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class BadInputTest {

    @Test
    void is_answered_on_every_operation_in_both_languages_and_records_nothing() {
        var walked = BadInput.of("analyst", "system", "hr-officer", "team-manager", "practitioner")
                .openTo("GET /v1/code-sets", "GET /v1/code-sets/{name}")
                .answeringAnyId("GET /v1/workers/{id}/workload")
                .walk();
        assertThat(walked.commands()).isGreaterThanOrEqualTo(37);
        assertThat(walked.reads()).isGreaterThanOrEqualTo(19);
        assertThat(walked.unknown()).isGreaterThanOrEqualTo(29);
        assertThat(walked.made()).isGreaterThanOrEqualTo(7);
        assertThat(walked.codes()).hasSizeGreaterThanOrEqualTo(8);
    }
}
