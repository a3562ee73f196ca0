package refocus.proving.stand;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import refocus.eventsourcing.servers.EmbeddedPostgres;
import refocus.eventsourcing.servers.Tokens;
import refocus.eventsourcing.servers.Topics;
import refocus.local.Child;
import refocus.local.Child.Program;
import refocus.local.Home;
import refocus.local.PortCheck;
import refocus.local.Ports;
import refocus.local.Probe;
import refocus.local.Programs;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.local.StartUpCaches;

/// The packaged system, part by part, each a process that is started again when it dies.
///
/// It is what `./refocus run` starts; here each part can be started alone, a service twice, and each with flags.
public final class Stand implements AutoCloseable {

    /// What a service in production runs with: the whole compiler, and a heap that fits into 256 MiB resident.
    public static final List<String> PRODUCTION = List.of("-XX:TieredStopAtLevel=4", "-Xmx160m");

    private final Home home;
    private final Ports ports;
    private final Programs programs;
    private final Progress progress;
    private final Probe probe = Probe.create();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private List<String> wrapping = List.of();

    private Stand(Home home, Ports ports, Programs programs, Progress progress) {
        this.home = home;
        this.ports = ports;
        this.programs = programs;
        this.progress = progress;
    }

    /// A place for a system; nothing runs yet.
    public static Stand open(Path source, Path directory, int base, Progress progress) throws IOException {
        var home = Home.open(directory);
        home.endLeftOvers(progress);
        var ports = new Ports(base);
        ports.all().forEach(PortCheck::mustBeFree);
        var stand = new Stand(home, ports, new Programs(source, home, ports), progress);
        // Told to stop in the middle, it leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(stand::stopAll, "stop"));
        return stand;
    }

    public Path directory() {
        return home.directory();
    }

    public Ports ports() {
        return ports;
    }

    public Programs programs() {
        return programs;
    }

    /// Starts PostgreSQL, identity and Kafka, whose clients come by the port given.
    public void startServers(int advertised) throws Exception {
        var kafka = launch(programs.kafka(advertised));
        var issuer = launch(programs.issuer());
        startPostgres();
        issuer.awaitReady(() -> probe.healthy(programs.issuerUrl() + "/health"));
        kafka.awaitReady(() -> Probe.listens(ports.kafka()));
        Topics.create(programs.kafkaAddress(), Topics.recordingServices());
        progress.say("PostgreSQL, Kafka and identity stand");
    }

    /// Makes what lets these services start quickly, where a build has none yet; the servers must stand.
    public void makeStartUpCaches(List<Service> services) throws IOException, InterruptedException {
        var made =
                new StartUpCaches(programs, progress).make(services, this::launch, service -> ready(ports.of(service)));
        synchronized (this) {
            children.values().removeAll(made);
        }
    }

    /// Starts PostgreSQL on its data, or on an empty cluster with the databases of all services.
    public void startPostgres() throws Exception {
        launch(programs.postgres()).awaitReady(() -> EmbeddedPostgres.answers(adminUrl()));
        programs.createDatabases();
    }

    /// Starts a service and waits until it is ready.
    public void start(Service service, List<String> flags) throws IOException, InterruptedException {
        start(programs.source(), service, service.title(), ports.of(service), flags);
    }

    /// Starts a second instance of a service, on a port of its own, and waits until it is ready.
    public void startSecond(Service service, String instance, List<String> flags)
            throws IOException, InterruptedException {
        startSecond(programs.source(), service, instance, flags);
    }

    /// The same, of a service that was built elsewhere, as in the state before a change.
    public void startSecond(Path source, Service service, String instance, List<String> flags)
            throws IOException, InterruptedException {
        start(source, service, instance, portOfSecond(service), flags);
    }

    /// The address of the second instance of a service.
    public String urlOfSecond(Service service) {
        return "http://localhost:" + portOfSecond(service);
    }

    private int portOfSecond(Service service) {
        return ports.base() + Service.values().length + service.number();
    }

    private void start(Path source, Service service, String instance, int port, List<String> flags)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(flags);
        all.add("-Dquarkus.http.port=" + port);
        start(new Programs(source, home, ports).service(service, instance, all), ready(port));
    }

    /// Starts a part and waits until it is ready.
    public void start(Program program, BooleanSupplier ready) throws IOException, InterruptedException {
        launch(program).awaitReady(ready);
    }

    /// Whether a service on this port says that it is ready.
    public BooleanSupplier ready(int port) {
        return () -> probe.healthy("http://localhost:%d/q/health/ready".formatted(port));
    }

    /// Puts a command before that of each part but Kafka that is started from now on, as in `env NAME=value`.
    public void wrap(List<String> command) {
        wrapping = List.copyOf(command);
    }

    private synchronized Child launch(Program asked) throws IOException {
        var command = new ArrayList<>(asked.name().equals("Kafka") ? List.of() : wrapping);
        command.addAll(asked.command());
        var program = new Program(asked.name(), command, asked.directory(), asked.log(), asked.ending());
        var child = new Child(program, progress, this::changed);
        children.put(child.name().replace(" service", ""), child);
        home.remember(children.values());
        return child;
    }

    private synchronized void changed() {
        try {
            home.remember(children.values());
        } catch (IOException failed) {
            progress.say("cannot write to %s: %s".formatted(directory(), failed.getMessage()));
        }
    }

    /// Stops a part for good.
    public void stop(String part) {
        Child child;
        synchronized (this) {
            child = children.remove(part);
        }
        if (child != null) {
            child.stop();
        }
    }

    /// The process of a part as it is now, as in `case`, `Kafka` or `PostgreSQL`.
    public synchronized ProcessHandle process(String part) {
        var child = children.get(part);
        if (child == null) {
            throw new IllegalArgumentException("there is no " + part);
        }
        return child.handle();
    }

    /// Sends a part a signal, as in `KILL` or `STOP`.
    public void signal(String part, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process(part).pid()))
                .start()
                .waitFor();
    }

    public String adminUrl() {
        return EmbeddedPostgres.adminUrl(ports.postgres());
    }

    /// A connection of the superuser's, straight to the server.
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(adminUrl().replace("/postgres?", "/" + database + "?"));
    }

    public Tokens tokens() {
        return new Tokens(programs.issuerUrl());
    }

    /// Stops everything, the services first; the data stays.
    @Override
    public void close() throws IOException {
        stopAll();
        home.close();
    }

    /// Whoever comes second waits for the first: the machine ends when its hooks have, whatever else is under way.
    private synchronized void stopAll() {
        var parts = List.copyOf(children.values());
        children.clear();
        var services =
                parts.stream().filter(part -> part.name().endsWith("service")).toList();
        services.parallelStream().forEach(Child::stop);
        parts.reversed().stream().filter(part -> !services.contains(part)).forEach(Child::stop);
    }
}
