package refocus.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.contract.DisclosureContract;
import refocus.eventsourcing.servers.ServersResource;

/// Every look at what is about a worker is put down with its basis, a refused one too; what cannot be is not shown.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class LooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "Caneri-Melyn-4713";

    private final Api hr = Api.someone("hr-officer");
    private final Api manager = Api.someone("team-manager");
    private final Api records = Api.someone("records-manager");
    private final Api colleague = Api.someone("practitioner");
    private final Api self = Api.someone("practitioner");

    @Test
    void at_a_worker_are_put_down_with_their_basis_and_refusals_too() throws Exception {
        joined();
        String worker = "/v1/workers/" + self.worker();
        hr.get(worker).then().statusCode(200);
        manager.get(worker).then().statusCode(200);
        self.get(worker).then().statusCode(200);
        colleague.get(worker).then().statusCode(403);
        colleague.get(worker + "/workload").then().statusCode(403);
        manager.get(worker + "/workload").then().statusCode(200);
        records.get(worker + "/record-keeping").then().statusCode(200);
        assertThat(looks())
                .containsExactly(
                        "worker HR " + hr.worker(),
                        "worker MANAGER " + manager.worker(),
                        "worker SELF " + self.worker(),
                        "worker DENIED " + colleague.worker(),
                        "workload DENIED " + colleague.worker(),
                        "workload MANAGER " + manager.worker(),
                        "record-keeping RECORD_KEEPING " + records.worker());
    }

    @Test
    void at_a_list_are_put_down_for_each_who_stands_in_it() throws Exception {
        joined();
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.get("/v1/workers?limit=200").then().body("items.id", hasItem(self.worker())));
        assertThat(looks()).contains("directory HR " + hr.worker());
        String need = self.made("/v1/support-needs", """
                {"theme": "EQUIPMENT", "text": "%s", "urgency": "ROUTINE"}""".formatted(NAME));
        self.get("/v1/support-needs/" + need).then().statusCode(200);
        colleague.get("/v1/support-needs/" + need).then().statusCode(403);
        await().atMost(PATIENCE)
                .untilAsserted(() -> manager.get("/v1/support-needs").then().body("items.id", hasItem(need)));
        assertThat(looks())
                .contains(
                        "support-need SELF " + self.worker(),
                        "support-need DENIED " + colleague.worker(),
                        "support-needs MANAGER " + manager.worker());
    }

    @Test
    void that_cannot_be_put_down_show_nothing() throws Exception {
        joined();
        DisclosureContract.of(correlation ->
                        hr.request().header("Correlation-Id", correlation).get("/v1/workers/" + self.worker()))
                .showing(NAME)
                .holds();
    }

    private void joined() {
        hr.made("/v1/workers", """
                {"id": "%s", "name": "%s", "role": "practitioner", "fte": 1, "startsOn": "2020-05-01"}""".formatted(self.worker(), NAME));
    }

    private List<String> looks() throws Exception {
        try (Connection connection = DisclosureContract.owner();
                var select = connection.prepareStatement(
                        "select what, basis, actor from access_record where subject = ? order by pos")) {
            select.setObject(1, UUID.fromString(self.worker()));
            var looks = new ArrayList<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    looks.add("%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return looks;
        }
    }
}
