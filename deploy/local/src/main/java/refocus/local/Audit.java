package refocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import refocus.eventsourcing.audit.Verification;
import refocus.eventsourcing.audit.Verification.Finding;
import refocus.eventsourcing.audit.Verification.Verdict;
import refocus.eventsourcing.personal.DerivationRoot;
import refocus.eventsourcing.personal.KeyedHash;
import refocus.eventsourcing.servers.EmbeddedPostgres;

/// The verb `audit verify`: whether the access records of every service are what was written.
///
/// A system that runs is looked at as it is; of one that is stopped, PostgreSQL and Kafka are started meanwhile.
public final class Audit {

    /// Where the records stand, and where the witness to them.
    private record Place(String postgres, String kafka) {

        String database(String name) {
            return postgres.replace("/postgres?", "/" + name + "?");
        }
    }

    private final Options options;
    private final Progress progress;

    private Audit(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String... args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        try {
            if (args.length == 0 || !args[0].equals("verify")) {
                throw new Unworkable("audit knows one thing to do: ./refocus audit verify [--data DIR] [--ports BASE]");
            }
            var options = Options.parse(Arrays.copyOfRange(args, 1, args.length));
            System.exit(new Audit(options, Progress.now()).verify() ? 0 : 1);
        } catch (Unworkable obstacle) {
            System.err.println("refocus: " + obstacle.getMessage());
            System.exit(2);
        }
    }

    private boolean verify() throws Exception {
        if (Files.notExists(options.home())) {
            throw new Unworkable("there is no data in " + options.home());
        }
        Optional<Place> running = running(options.home());
        return running.isPresent() ? verify(running.get()) : verifyStored();
    }

    /// The system that runs on this data, where one does.
    private static Optional<Place> running(Path home) throws IOException {
        Path stack = home.resolve("stack.json");
        if (Files.notExists(stack)) {
            return Optional.empty();
        }
        JsonNode said = new ObjectMapper().readTree(stack.toFile());
        var place = new Place(said.path("postgres").asText(), said.path("kafka").asText());
        return Optional.of(place).filter(there -> EmbeddedPostgres.answers(there.postgres()));
    }

    private boolean verifyStored() throws Exception {
        var home = Home.open(options.home());
        var ports = new Ports(options.base());
        var programs = new Programs(options.source(), home, ports);
        var children = new ArrayList<Child>();
        try {
            home.endLeftOvers(progress);
            for (int port : List.of(ports.postgres(), ports.kafka(), ports.kafkaController())) {
                PortCheck.mustBeFree("the stored system", port);
            }
            progress.say("starting PostgreSQL and Kafka on the stored data");
            children.add(new Child(programs.kafka(), progress, () -> {}));
            children.add(new Child(programs.postgres(), progress, () -> {}));
            home.remember(children);
            String postgres = EmbeddedPostgres.adminUrl(ports.postgres());
            children.getFirst().awaitReady(() -> Probe.listens(ports.kafka()));
            children.getLast().awaitReady(() -> EmbeddedPostgres.answers(postgres));
            return verify(new Place(postgres, programs.kafkaAddress()));
        } finally {
            children.reversed().forEach(Child::stop);
            home.close();
        }
    }

    private boolean verify(Place place) throws IOException, SQLException {
        boolean fits = true;
        for (var service : Service.values()) {
            if (service.recordsAccess()) {
                fits &= verify(service, place);
            }
        }
        progress.say(fits ? "the access records are as they were written" : "THE ACCESS RECORDS WERE TAMPERED WITH");
        return fits;
    }

    private boolean verify(Service service, Place place) throws IOException, SQLException {
        Path key = options.home().resolve(service.title()).resolve("master.key");
        if (Files.notExists(key)) {
            progress.say("%s: no master key here; it never ran".formatted(service.title()));
            return true;
        }
        KeyedHash hash = hash(Files.readString(key), place.database(service.title() + "_keys"));
        try (Connection connection = DriverManager.getConnection(place.database(service.title()))) {
            Verdict verdict =
                    Verification.of(service.title(), connection, Map.of("bootstrap.servers", place.kafka()), hash);
            progress.say("%s: %d chains, %d rows, %d published, %d waiting to be; %d do not fit"
                    .formatted(
                            service.title(),
                            verdict.chains(),
                            verdict.rows(),
                            verdict.published(),
                            verdict.waiting(),
                            verdict.findings().size()));
            verdict.findings().forEach(finding -> progress.say("  " + told(finding)));
            return verdict.findings().isEmpty();
        }
    }

    private static KeyedHash hash(String masterKeys, String database) throws SQLException {
        try (Connection keys = DriverManager.getConnection(database)) {
            return DerivationRoot.hash(masterKeys, keys, Verification.purpose());
        }
    }

    private static String told(Finding finding) {
        String rows = finding.from() == finding.to()
                ? "row %d".formatted(finding.from())
                : "rows %d to %d".formatted(finding.from(), finding.to());
        return "%s: %s of chain %s".formatted(finding.kind(), rows, finding.writer());
    }
}
