package refocus.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.AccessTable;
import refocus.eventsourcing.servers.ServersResource;

/// Nobody comes in whom no policy names: `docs/access/recruitment.md` is what is tried.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "recruitment"))
class AccessTest {

    @Inject
    Router router;

    @Test
    void is_as_written_for_every_way_in_and_every_role() {
        var tried = AccessTable.of("recruitment", router).check();
        assertThat(tried.doors()).isGreaterThanOrEqualTo(55);
        assertThat(tried.allowed()).isGreaterThanOrEqualTo(300);
        assertThat(tried.denied()).isGreaterThanOrEqualTo(750);
    }
}
