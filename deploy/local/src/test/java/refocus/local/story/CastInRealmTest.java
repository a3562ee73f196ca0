package refocus.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import refocus.local.identity.TokenDesk;
import refocus.local.story.Cast.Way;

/// Whoever of the story is still there can sign in as themselves; who has left cannot.
class CastInRealmTest {

    @Test
    void the_realm_knows_those_who_are_still_there_by_their_role_and_their_record() throws Exception {
        try (var file = Objects.requireNonNull(TokenDesk.class.getResourceAsStream("realm.json"))) {
            var people = new ObjectMapper()
                    .readTree(file)
                    .path("users")
                    .valueStream()
                    .filter(user -> user.has("lastName"))
                    .map(user -> "%s %s %s%s %s"
                            .formatted(
                                    user.path("username").asText(),
                                    user.path("firstName").asText(),
                                    user.path("lastName").asText(),
                                    user.path("groups").path(0).asText(),
                                    user.path("attributes")
                                            .path("worker")
                                            .path(0)
                                            .asText()))
                    .collect(Collectors.toSet());

            // The record of one who was recruited is made by staff-service while the story is told.
            var there = Cast.everyone()
                    .filter(worker -> !worker.leaves() && worker.way() != Way.RECRUITED)
                    .map(worker -> "%s %s/%s %s".formatted(worker.alias(), worker.name(), worker.role(), worker.id()))
                    .collect(Collectors.toSet());
            assertThat(people).isEqualTo(there);
        }
    }
}
