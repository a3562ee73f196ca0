package refocus.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.AccessTable;
import refocus.eventsourcing.servers.ServersResource;

/// Nobody comes in whom no policy names: `docs/access/reporting.md` is what is tried.
@QuarkusTest
@WithTestResource(
        value = ServersResource.class,
        initArgs = {@ResourceArg(name = "service", value = "reporting"), @ResourceArg(name = "keys", value = "false")})
class AccessTest {

    @Inject
    Router router;

    @Test
    void is_as_written_for_every_way_in_and_every_role() {
        var tried = AccessTable.of("reporting", router)
                .openTo(
                        "GET /",
                        "GET /dashboard/signed-out",
                        "GET /dashboard/assets/{digest}.css",
                        "GET /dashboard/assets/icon.svg")
                .closed("/webjars/{file}")
                .check();
        assertThat(tried.doors()).isGreaterThanOrEqualTo(25);
        assertThat(tried.allowed()).isGreaterThanOrEqualTo(300);
        assertThat(tried.denied()).isGreaterThanOrEqualTo(200);
    }
}
