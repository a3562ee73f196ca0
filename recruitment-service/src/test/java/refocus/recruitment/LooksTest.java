package refocus.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.contract.DisclosureContract;
import refocus.eventsourcing.servers.ServersResource;

/// Every look at a candidate is put down with its basis, a refused one too; what cannot be is not shown.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "recruitment"))
class LooksTest {

    private static final String NAME = "Caneri-Melyn-4712";

    private final Api recruiter = Api.someone("recruiter");

    @Test
    void at_a_candidate_are_all_put_down() throws Exception {
        String candidate = candidate();
        recruiter.get("/v1/candidates/" + candidate).then().statusCode(200);
        assertThat(looks(candidate)).containsExactly("candidate RECRUITMENT " + recruiter.worker());
    }

    @Test
    void that_cannot_be_put_down_show_nothing() throws Exception {
        String candidate = candidate();
        DisclosureContract.of(correlation -> recruiter
                        .request()
                        .header("Correlation-Id", correlation)
                        .get("/v1/candidates/" + candidate))
                .showing(NAME)
                .holds();
    }

    private String candidate() {
        return recruiter.made("/v1/candidates", """
                {"name": "%s", "contact": "%s@example.org"}""".formatted(NAME, UUID.randomUUID()));
    }

    private List<String> looks(String candidate) throws Exception {
        try (Connection connection = DisclosureContract.owner();
                var select = connection.prepareStatement(
                        "select what, basis, actor from access_record where subject = ?::uuid order by occurred_at, id")) {
            select.setString(1, candidate);
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
