package refocus.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.AccessTable;
import refocus.eventsourcing.servers.ServersResource;

/// Nobody comes in whom no policy names: `docs/access/staff.md` is what is tried.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class AccessTest {

    @Inject
    Router router;

    @Test
    void is_as_written_for_every_way_in_and_every_role() {
        var tried = AccessTable.of("staff", router)
                .ownOnly("GET /v1/workers/{id}", "hr-officer", "team-manager", "service-manager", "head-of-service")
                .ownOnly("GET /v1/workers/{id}/workload", "team-manager", "service-manager", "head-of-service")
                .check();
        assertThat(tried.doors()).isGreaterThanOrEqualTo(67);
        assertThat(tried.allowed()).isGreaterThanOrEqualTo(407);
        assertThat(tried.denied()).isGreaterThanOrEqualTo(897);
    }
}
