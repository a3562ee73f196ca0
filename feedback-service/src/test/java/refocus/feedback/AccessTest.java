package refocus.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.AccessTable;
import refocus.eventsourcing.servers.ServersResource;

/// Nobody comes in whom no policy names: `docs/access/feedback.md` is what is tried.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class AccessTest {

    @Inject
    Router router;

    @Test
    void is_as_written_for_every_way_in_and_every_role() {
        var tried = AccessTable.of("feedback", router)
                .openTo(
                        "POST /v1/surveys/{id}/responses",
                        "POST /v1/barriers/anonymous",
                        "POST /v1/barriers/anonymous/{id}/confirmation",
                        "POST /v1/barriers/anonymous/{id}/reopening")
                .check();
        assertThat(tried.doors()).isGreaterThanOrEqualTo(60);
        assertThat(tried.allowed()).isGreaterThanOrEqualTo(600);
        assertThat(tried.denied()).isGreaterThanOrEqualTo(550);
    }
}
