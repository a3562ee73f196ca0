package refocus.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.AccessTable;
import refocus.eventsourcing.servers.ServersResource;

/// Nobody comes in whom no policy names: `docs/access/case.md` is what is tried.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AccessTest {

    @Inject
    Router router;

    @Test
    void is_as_written_for_every_way_in_and_every_role() {
        var tried = AccessTable.of("case", router).check();
        assertThat(tried.doors()).isGreaterThanOrEqualTo(55);
        assertThat(tried.allowed()).isGreaterThanOrEqualTo(400);
        assertThat(tried.denied()).isGreaterThanOrEqualTo(650);
    }
}
