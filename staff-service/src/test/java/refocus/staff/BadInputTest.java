package refocus.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.contract.BadInput;
import refocus.eventsourcing.servers.ServersResource;

/// Every way in, with everything that can be wrong with a request.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class BadInputTest {

    /// What is sound takes effect: a hold on all staff would keep every worker of the tests that follow.
    @AfterEach
    void lift_the_holds() {
        Api records = Api.someone("records-manager");
        List<String> lasting = records.get("/v1/legal-holds").path("items.findAll { it.liftedOn == null }.id");
        lasting.forEach(hold -> records.done("/v1/legal-holds/%s/lifting".formatted(hold), "{\"reason\": \"ENDED\"}"));
    }

    @Test
    void is_answered_on_every_operation_in_both_languages_and_records_nothing() {
        var walked = BadInput.of("analyst", "system", "hr-officer", "team-manager", "practitioner", "records-manager")
                .openTo("GET /v1/code-sets", "GET /v1/code-sets/{name}")
                .answeringAnyId("GET /v1/workers/{id}/workload")
                .walk();
        assertThat(walked.commands()).isGreaterThanOrEqualTo(42);
        assertThat(walked.reads()).isGreaterThanOrEqualTo(21);
        assertThat(walked.unknown()).isGreaterThanOrEqualTo(33);
        assertThat(walked.made()).isGreaterThanOrEqualTo(8);
        assertThat(walked.codes()).hasSizeGreaterThanOrEqualTo(13);
    }
}
