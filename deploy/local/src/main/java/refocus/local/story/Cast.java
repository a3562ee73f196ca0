package refocus.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/// Those who work in the story.
final class Cast {

    /// Someone who holds cases.
    ///
    /// @param logsEvery of how many weeks one is not logged: 0 for someone whose weeks are all logged in full
    record Worker(String alias, UUID id, int logsEvery) {

        static Worker named(String alias, int logsEvery) {
            return new Worker(alias, idOf(alias), logsEvery);
        }
    }

    static final List<Worker> WORKERS =
            List.of(Worker.named("carys", 0), Worker.named("tomos", 0), Worker.named("rhian", 4));

    static final UUID DUTY = idOf("duty");
    static final UUID MANAGER = idOf("manager");

    private Cast() {}

    /// The same person in every telling.
    private static UUID idOf(String alias) {
        return UUID.nameUUIDFromBytes(("story worker " + alias).getBytes(UTF_8));
    }
}
