package refocus.eventsourcing.fuzz;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.http.LibraryApp;

/// Each mistake that a door makes is found, and none at a door that makes none.
@QuarkusTest
@TestProfile(LibraryApp.class)
class FuzzTest {

    private static final int ENOUGH = 500;

    @Test
    void finds_what_each_door_does_wrong_and_nothing_else() {
        Appended kept = asked ->
                asked.stream().filter(LeafletResource.RECORDED::contains).collect(toSet());
        var found = Fuzz.within("/v1/leaflets", kept, ENOUGH).kindsFound();
        assertThat(found)
                .contains(
                        "POST /v1/leaflets/breaking answers 500",
                        "POST /v1/leaflets/echoing repeats what was said, plain",
                        "POST /v1/leaflets/recording records what it refuses",
                        "the log repeats what was said",
                        "POST /v1/leaflets/lax takes what its description refuses: title: too long")
                .allMatch(kind -> kind.startsWith("the log") || kind.matches(".*/(breaking|echoing|recording|lax) .*"))
                .hasSize(5);
    }
}
