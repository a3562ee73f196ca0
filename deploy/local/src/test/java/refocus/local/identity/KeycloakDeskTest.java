package refocus.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.eventsourcing.servers.FreePort;

class KeycloakDeskTest {

    @TempDir
    Path home;

    @Test
    void it_says_what_is_wrong_with_a_question_before_it_asks_anybody() throws IOException {
        var desk = desk();

        assertThatThrownBy(() -> desk.token("root")).hasMessageStartingWith("there is no role root; there are analyst");
        assertThatThrownBy(() -> desk.token("duty", "Eleri B.")).hasMessageContaining("a worker is called by");
    }

    @Test
    void it_says_where_nobody_answers() throws IOException {
        var desk = desk();

        assertThatThrownBy(() -> desk.token("analyst")).hasMessageStartingWith("identity does not answer at http://");
    }

    @Test
    void one_that_remembers_asks_once_for_each_role_and_worker() {
        var asked = new ArrayList<String>();
        var desk = TokenDesk.remembering((role, worker) -> {
            asked.add(role + " " + worker);
            return "token " + asked.size();
        });

        assertThat(desk.token("duty")).isEqualTo(desk.token("duty")).isNotEqualTo(desk.token("duty", "w-1"));
        assertThat(asked).containsExactly("duty duty", "duty w-1");
    }

    private TokenDesk desk() throws IOException {
        return new KeycloakDesk(
                "http://localhost:%d/realms/refocus".formatted(FreePort.pick()),
                Secrets.keptIn(home.resolve("secrets")));
    }
}
