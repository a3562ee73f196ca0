package refocus.recruitment;

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
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "recruitment"))
class BadInputTest {

    /// What is sound takes effect: a hold on all would keep every candidate of the tests that follow.
    @AfterEach
    void lift_the_holds() {
        Api records = Api.someone("records-manager");
        List<String> lasting = records.get("/v1/legal-holds").path("items.findAll { it.liftedOn == null }.id");
        lasting.forEach(hold -> records.done("/v1/legal-holds/%s/lifting".formatted(hold), "{\"reason\": \"ENDED\"}"));
    }

    @Test
    void is_answered_on_every_operation_in_both_languages_and_records_nothing() {
        var walked = BadInput.of("analyst", "system", "hr-officer", "head-of-service", "recruiter", "records-manager")
                .openTo("GET /v1/code-sets", "GET /v1/code-sets/{name}")
                .walk();
        assertThat(walked.commands()).isGreaterThanOrEqualTo(38);
        assertThat(walked.reads()).isGreaterThanOrEqualTo(14);
        assertThat(walked.unknown()).isGreaterThanOrEqualTo(36);
        assertThat(walked.made()).isGreaterThanOrEqualTo(2);
        assertThat(walked.codes()).hasSizeGreaterThanOrEqualTo(10);
    }
}
