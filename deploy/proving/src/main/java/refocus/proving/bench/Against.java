package refocus.proving.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import refocus.local.Service;
import refocus.local.Unworkable;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// What a change does to commands: two builds of the case service on one log, turn by turn.
///
/// Whatever the machine does meanwhile, it does to both. A build is left alone while the other has its turn, and in
/// every other pair of turns the second begins.
final class Against {

    static final String RATIO = "ratio: commands of this build to the other's";

    private static final int TURNS = 16;
    private static final int CLIENTS = 64;

    private final Course course;
    private final Stand stand;
    private final Families families;

    /// One build at work.
    ///
    /// @param part its process
    private record Build(String name, String part, Commands commands) {}

    /// What a build did in one turn.
    ///
    /// @param micros of processor time that the service used for each command
    private record Turn(double perSecond, double micros) {}

    private Against(Course course, Stand stand, Families families) {
        this.course = course;
        this.stand = stand;
        this.families = families;
    }

    /// @param source where the other build is
    static void measure(Course course, Path source) throws Exception {
        if (Files.notExists(Service.CASE.jar(source))) {
            throw new Unworkable("nothing is built in " + source);
        }
        try (var stand = course.stand("against")) {
            var families = Paused.prepare(stand);
            var against = new Against(course, stand, families);
            var mine = against.mine();
            var other = against.other(source);
            course.progress().say("warming up");
            mine.commands().warmUp();
            other.commands().warmUp();
            for (int turn = 0; turn < course.options().count("--rounds", TURNS); turn++) {
                against.pair(mine, other, turn % 2 == 1);
            }
        }
    }

    private Build mine() throws IOException, InterruptedException {
        stand.start(Service.CASE, Paused.COMMANDS_ONLY);
        return build("this build", "case", stand.programs().url(Service.CASE));
    }

    private Build other(Path source) throws IOException, InterruptedException {
        stand.startSecond(source, Service.CASE, "case-other", Paused.COMMANDS_ONLY);
        return build("the other", "case-other", stand.urlOfSecond(Service.CASE));
    }

    private Build build(String name, String part, String url) {
        return new Build(name, part, new Commands(course, stand, families, url, () -> {}));
    }

    private void pair(Build mine, Build other, boolean otherFirst)
            throws IOException, InterruptedException, SQLException {
        Turn before = turn(otherFirst ? other : mine);
        Turn after = turn(otherFirst ? mine : other);
        Turn ours = otherFirst ? after : before;
        Turn theirs = otherFirst ? before : after;
        course.sheet().add(RATIO, "x", ours.perSecond() / theirs.perSecond());
        course.sheet().add("ratio: processor time for each command, likewise", "x", ours.micros() / theirs.micros());
    }

    private Turn turn(Build build) throws IOException, InterruptedException, SQLException {
        var cases = build.commands().cases();
        Duration before = used(build);
        double perSecond = build.commands().session(build.name(), CLIENTS, true, cases);
        double micros = used(build).minus(before).toNanos() / 1000.0 / (perSecond * course.seconds());
        course.sheet().add(build.name() + ": processor time of the service for each command", "µs", micros);
        return new Turn(perSecond, micros);
    }

    private Duration used(Build build) {
        return stand.process(build.part()).info().totalCpuDuration().orElseThrow();
    }
}
