package refocus.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import refocus.eventsourcing.servers.EmbeddedPostgres;
import refocus.eventsourcing.servers.Topics;
import refocus.local.Child.Program;

/// Starts the whole of Refocus on this machine and keeps it running until it is told to stop.
///
/// Servers first, then the services, all beside each other; `stack.json` appears when all are ready. Stopping goes the
/// other way round, so that nobody loses what he works on.
public final class LocalSystem {

    private final Options options;
    private final Progress progress;
    private final Probe probe = Probe.create();
    private final Home home;
    private final Ports ports;
    private final Programs programs;
    private final List<Child> children = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean stopping;
    private volatile boolean ready;

    private LocalSystem(Options options, Progress progress) throws IOException {
        this.options = options;
        this.progress = progress;
        this.home = Home.open(options.home());
        this.ports = new Ports(options.base());
        this.programs = new Programs(options.source(), home, ports, options.provider());
    }

    public static void main(String... args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        try {
            var system = new LocalSystem(Options.parse(args), Progress.now());
            Runtime.getRuntime().addShutdownHook(new Thread(system::stop, "stop"));
            system.start();
            system.stopped.await();
        } catch (Unworkable obstacle) {
            System.err.println("refocus: " + obstacle.getMessage());
            System.exit(1);
        }
    }

    private void start() throws Exception {
        home.endLeftOvers(progress);
        ports.all().forEach(PortCheck::mustBeFree);
        var identity = startServers();
        forget(new StartUpCaches(programs, progress).make(List.of(Service.values()), this::launch, this::ready));
        startServices(identity);
        if (!options.empty()) {
            new StoryTeller(home, programs, progress).tellWhereNeeded();
        }
        ready = true;
        writeStack();
        progress.say("ready");
        progress.out().print(new Welcome(options, ports, programs).text());
        progress.out().flush();
    }

    /// Starts them, waits for the stores, and gives identity, which is still starting.
    private Child startServers() throws Exception {
        progress.say("starting PostgreSQL, Kafka and identity");
        var kafka = launch(programs.kafka());
        var postgres = launch(programs.postgres());
        // Last, for the first time it is built before it starts.
        var identity = launch(programs.issuer());
        postgres.awaitReady(() -> EmbeddedPostgres.answers(EmbeddedPostgres.adminUrl(ports.postgres())));
        programs.createDatabases();
        progress.say("PostgreSQL on port " + ports.postgres());
        kafka.awaitReady(() -> Probe.listens(ports.kafka()));
        Topics.create(programs.kafkaAddress(), Topics.recordingServices());
        progress.say("Kafka on port " + ports.kafka());
        return identity;
    }

    private BooleanSupplier ready(Service service) {
        return () -> probe.healthy(programs.url(service) + "/q/health/ready");
    }

    private void startServices(Child identity) throws Exception {
        progress.say("starting the services");
        var started = new LinkedHashMap<Service, Child>();
        for (var service : Service.values()) {
            started.put(service, launch(programs.service(service)));
        }
        // The slowest of the servers: the services, which ask it for its keys, start beside it.
        identity.awaitReady(() -> probe.healthy(programs.issuerReady()));
        progress.say("identity on port " + ports.identity());
        for (var service : started.keySet()) {
            started.get(service).awaitReady(ready(service));
            progress.say("%s service on port %d".formatted(service.title(), ports.of(service)));
        }
    }

    private synchronized Child launch(Program program) throws IOException {
        if (stopping) {
            throw new Unworkable("told to stop while starting");
        }
        var child = new Child(program, progress, this::changed);
        children.add(child);
        home.remember(children);
        return child;
    }

    private synchronized void forget(Collection<Child> ended) throws IOException {
        children.removeAll(ended);
        home.remember(children);
    }

    private synchronized void changed() {
        try {
            home.remember(children);
            if (ready) {
                writeStack();
            }
        } catch (IOException failed) {
            progress.say("cannot write to %s: %s".formatted(home.directory(), failed.getMessage()));
        }
    }

    private synchronized void stop() {
        stopping = true;
        if (!children.isEmpty()) {
            progress.say("stopping");
        }
        // The services at once, then what they stand on.
        var services = children.stream()
                .filter(child -> child.name().endsWith("service"))
                .toList();
        services.parallelStream().forEach(Child::stop);
        children.reversed().stream().filter(child -> !services.contains(child)).forEach(Child::stop);
        try {
            home.close();
        } catch (IOException failed) {
            progress.say("cannot tidy %s: %s".formatted(home.directory(), failed.getMessage()));
        }
        if (!children.isEmpty()) {
            progress.say("stopped; the data is kept in " + home.directory());
        }
        stopped.countDown();
    }

    private void writeStack() throws IOException {
        home.replace("stack.json", json(stack()));
    }

    private Map<String, Object> stack() {
        var services = new LinkedHashMap<String, Object>();
        for (var service : Service.values()) {
            services.put(service.title(), programs.url(service));
        }
        var pids = new LinkedHashMap<String, Object>();
        for (var child : children) {
            pids.put(child.name().replace(" service", ""), child.handle().pid());
        }
        var stack = new LinkedHashMap<String, Object>();
        stack.put("services", services);
        stack.put("postgres", EmbeddedPostgres.adminUrl(ports.postgres()));
        stack.put("kafka", programs.kafkaAddress());
        stack.put("issuer", programs.issuerUrl());
        stack.put("pids", pids);
        return stack;
    }

    private static String json(Object value) throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
