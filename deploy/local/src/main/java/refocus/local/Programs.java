package refocus.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.servers.Database;
import refocus.eventsourcing.servers.EmbeddedKafka;
import refocus.eventsourcing.servers.EmbeddedPostgres;
import refocus.eventsourcing.servers.LocalIssuer;
import refocus.eventsourcing.servers.PostgresProgram;
import refocus.eventsourcing.servers.Tokens;
import refocus.local.Child.Ending;
import refocus.local.Child.Program;
import refocus.local.identity.Keycloak;
import refocus.local.identity.KeycloakDesk;
import refocus.local.identity.Provider;
import refocus.local.identity.TokenDesk;

/// How each process of the system is started, and what the services are told.
///
/// @param provider who says who somebody is
public record Programs(Path source, Home home, Ports ports, Provider provider) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /// With the small issuer, for what starts often.
    public Programs(Path source, Home home, Ports ports) {
        this(source, home, ports, Provider.LOCAL);
    }

    /// Not production, which refuses the passwords of one machine and holds everybody to a pace.
    private static final String LOCAL = "-Dquarkus.profile=local";

    public Program postgres() throws IOException {
        var data = home.directory().resolve("postgres");
        var postgres = PostgresProgram.prepare(home.directory().resolve("postgresql-18"), data);
        return program("PostgreSQL", postgres.command(ports.postgres()), home.directory(), Ending.INT);
    }

    public Program kafka() {
        return kafka(ports.kafka());
    }

    /// A broker that tells its clients to come by another port, where something stands between.
    public Program kafka(int advertised) {
        var ours = List.of(text(ports.kafka()), text(ports.kafkaController()), text(advertised));
        var main = Stream.concat(Stream.of(EmbeddedKafka.class.getName(), here()), ours.stream())
                .toList();
        return program("Kafka", java(List.of("-Xmx256m", "-cp", classPath()), main), home.directory(), Ending.TERM);
    }

    public Program issuer() throws IOException, InterruptedException {
        return switch (provider) {
            case KEYCLOAK -> keycloakProgram();
            case LOCAL -> localIssuer();
        };
    }

    private Program keycloakProgram() throws IOException, InterruptedException {
        var log = home.log("identity");
        var parts = keycloak().prepare(JAVA, log);
        // Tokens for everybody at once, at the start of a story: more than that, it never needs.
        var flags =
                Stream.concat(Stream.of("-Xmx256m"), parts.getFirst().stream()).toList();
        return program("identity", java(flags, parts.getLast()), home.directory(), Ending.TERM);
    }

    private Program localIssuer() {
        var main = List.of(LocalIssuer.class.getName(), here(), text(ports.identity()));
        var flags = List.of("-Xmx48m", "-Dsun.net.httpserver.nodelay=true", "-cp", classPath());
        return program("identity", java(flags, main), home.directory(), Ending.TERM);
    }

    Program service(Service service) throws IOException {
        return service(service, service.title(), List.of());
    }

    StartUpCache startUpCache(Service service) {
        return new StartUpCache(service.jar(source));
    }

    /// A service runs in a directory of its own, where Quarkus finds its settings.
    ///
    /// @param instance names the directory: a second instance has another one, and flags that give it another port
    /// @param flags for Java, after ours and before those of `REFOCUS_JAVA_OPTS`
    public Program service(Service service, String instance, List<String> flags) throws IOException {
        var directory = home.directory().resolve(instance);
        var settings = Files.createDirectories(directory.resolve("config")).resolve("application.properties");
        if (Files.notExists(settings)) {
            OwnerOnly.create(settings);
        }
        Files.writeString(settings, lines(settings(service)));
        var jar = service.jar(source);
        if (Files.notExists(jar)) {
            throw new Unworkable("%s is not built: %s is missing".formatted(service.title(), jar));
        }
        // Whoever makes or measures a cache says so by flags of his own.
        var cached = flags.stream().anyMatch(flag -> flag.startsWith("-XX:AOT"))
                ? List.<String>of()
                : startUpCache(service).uses();
        var all = Stream.of(List.of("-Xmx192m", LOCAL), cached, flags)
                .flatMap(List::stream)
                .toList();
        return program(instance + " service", java(all, List.of("-jar", jar.toString())), directory, Ending.TERM);
    }

    /// Creates the databases of all services where they are missing.
    public void createDatabases() throws SQLException {
        for (var service : Service.values()) {
            database(service.title()).create();
            if (service.sealsPersonalData()) {
                keys(service).create();
            }
        }
    }

    public Database database(String name) {
        return new Database(EmbeddedPostgres.adminUrl(ports.postgres()), name, name);
    }

    public String issuerUrl() {
        return switch (provider) {
            case KEYCLOAK -> keycloak().issuer();
            case LOCAL -> "http://localhost:" + ports.identity();
        };
    }

    /// Answers as soon as there are tokens to be had.
    String issuerReady() {
        return issuerUrl() + "/.well-known/openid-configuration";
    }

    TokenDesk desk() throws IOException {
        return switch (provider) {
            case KEYCLOAK -> new KeycloakDesk(issuerUrl(), Keycloak.secrets(home.directory()));
            case LOCAL -> new Tokens(issuerUrl())::of;
        };
    }

    /// For whoever sits at this machine.
    String howToSignIn() throws IOException {
        return switch (provider) {
            case KEYCLOAK ->
                "sign in as a role, as in analyst, or as one of the story, as in eleri; the password of all is "
                        + Keycloak.secrets(home.directory()).of("people");
            case LOCAL -> "it asks who you are";
        };
    }

    private Keycloak keycloak() {
        return new Keycloak(source, home.directory().resolve("identity"), ports.identity(), url(Service.REPORTING));
    }

    public String kafkaAddress() {
        return "localhost:" + ports.kafka();
    }

    public String url(Service service) {
        return "http://localhost:" + ports.of(service);
    }

    private Database keys(Service service) {
        return database(service.title() + "_keys");
    }

    private Map<String, String> settings(Service service) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.http.host", "localhost");
        settings.put("quarkus.http.port", text(ports.of(service)));
        settings.put("quarkus.oidc.auth-server-url", issuerUrl());
        settings.put("kafka.bootstrap.servers", kafkaAddress());
        settings.putAll(database(service.title()).settings(""));
        if (service.sealsPersonalData()) {
            settings.putAll(keys(service).settings("keys"));
            settings.put(
                    "refocus.master-key-file", masterKey(ownDirectory(service)).toString());
            settings.put(
                    "refocus.erasure-log",
                    ownDirectory(service).resolve("erasures.log").toString());
        }
        if (service.hasPages()) {
            settings.putAll(sessions(ownDirectory(service)));
            settings.putAll(client());
        }
        return settings;
    }

    /// What the pages show of themselves where people sign in; the small issuer asks for nothing.
    private Map<String, String> client() throws IOException {
        return switch (provider) {
            case KEYCLOAK ->
                Map.of(
                        "quarkus.oidc.dashboard.credentials.secret",
                        Keycloak.secrets(home.directory()).of("dashboard"));
            case LOCAL -> Map.of();
        };
    }

    /// Who has signed in stays so when the service starts again.
    private static Map<String, String> sessions(Path directory) throws IOException {
        var key = Files.readString(secret(directory.resolve("session.key")));
        return Map.of(
                "quarkus.oidc.dashboard.token-state-manager.encryption-secret", key,
                "quarkus.oidc.dashboard.authentication.state-secret", key);
    }

    private Path ownDirectory(Service service) {
        return home.directory().resolve(service.title());
    }

    /// The key that wraps the keys of persons.
    private static Path masterKey(Path directory) throws IOException {
        return secret(directory.resolve("master.key"));
    }

    /// Made once, kept where only its owner reads it.
    private static Path secret(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.notExists(file)) {
            Files.writeString(OwnerOnly.create(file), Base64.getEncoder().encodeToString(random(32)));
        }
        return file;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "%s=%s%n".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
    }

    /// A Java program of this class path, as in a part that stands in for one of ours.
    public Program java(String name, List<String> flags, List<String> main) {
        var all = Stream.concat(flags.stream(), Stream.of("-cp", classPath())).toList();
        return program(name, java(all, main), home.directory(), Ending.TERM);
    }

    private Program program(String name, List<String> command, Path directory, Ending ending) {
        return new Program(name, command, directory, home.log(name.replace(" service", "")), ending);
    }

    /// Many processes share two processors: small heaps, the collector without threads of its own, and the quick
    /// compiler, which halves the processor time to readiness. `REFOCUS_JAVA_OPTS` comes last and wins.
    private static List<String> java(List<String> flags, List<String> main) {
        var command = new ArrayList<String>();
        command.add(JAVA.toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-Duser.timezone=UTC");
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(asked());
        command.addAll(main);
        return command;
    }

    private static List<String> asked() {
        var options = Optional.ofNullable(System.getenv("REFOCUS_JAVA_OPTS")).orElse("");
        return Pattern.compile("\\s+")
                .splitAsStream(options)
                .filter(Predicate.not(String::isBlank))
                .toList();
    }

    /// Our own class path, which the children need from another directory.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String here() {
        return home.directory().toString();
    }

    private static String text(int port) {
        return Integer.toString(port);
    }
}
