package refocus.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/// Those who work in the story.
final class Cast {

    /// Someone who holds cases.
    ///
    /// @param daysAWeek from Monday on; five are a full contract
    record Worker(String alias, UUID id, int daysAWeek) {

        static Worker named(String alias, int daysAWeek) {
            return new Worker(alias, idOf(alias), daysAWeek);
        }
    }

    static final List<Worker> WORKERS =
            List.of(Worker.named("carys", 5), Worker.named("tomos", 5), Worker.named("rhian", 3));

    static final UUID DUTY = idOf("duty");
    static final UUID MANAGER = idOf("manager");

    private Cast() {}

    /// The same person in every telling.
    private static UUID idOf(String alias) {
        return UUID.nameUUIDFromBytes(("story worker " + alias).getBytes(UTF_8));
    }
}
