package refocus.local.identity;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import refocus.local.Unworkable;

/// Keycloak as Maven unpacked it, and what it is built for: the build decides once what every start would find out.
record Distribution(Path directory) {

    /// Nobody here has devices, organisations or logins of other companies; what is not there cannot be attacked.
    private static final List<String> BUILT_FOR = List.of(
            "--db=dev-file",
            "--features-disabled=account,account-api,admin-fine-grained-authz,authorization,ciba,device-flow,"
                    + "impersonation,kerberos,organization");

    static Distribution of(Path source) {
        var directory = source.resolve("deploy/local/target/keycloak");
        if (Files.notExists(directory.resolve("lib/quarkus-run.jar"))) {
            throw new Unworkable("Keycloak is not unpacked: %s is missing; build deploy/local".formatted(directory));
        }
        return new Distribution(directory);
    }

    /// Lends a home what was built, for it is looked for there.
    void lendTo(Path home) throws IOException {
        Files.createDirectories(home.resolve("providers"));
        var lib = home.resolve("lib");
        Files.deleteIfExists(lib);
        Files.createSymbolicLink(lib, directory.resolve("lib"));
    }

    /// What Java is told for any of Keycloak's commands.
    List<String> flags(Path home) {
        return List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                // Its messages are the same whatever the machine speaks.
                "-Duser.language=en",
                "-cp",
                directory.resolve("lib/quarkus-run.jar").toString());
    }

    /// The command that starts what was built.
    static List<String> starting(List<String> options) {
        return Stream.concat(
                        Stream.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start", "--optimized"),
                        options.stream())
                .toList();
    }

    /// Builds it where that has not been done. Systems that start at the same time do it one after the other.
    ///
    /// @param log where the build says what it does
    void build(Path java, Path log) throws IOException, InterruptedException {
        var built = directory.resolve("built-for");
        var purpose = String.join("\n", BUILT_FOR);
        try (var channel = FileChannel.open(
                        directory.resolveSibling("keycloak.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.exists(built) && Files.readString(built).equals(purpose)) {
                return;
            }
            var command = Stream.of(
                            Stream.of(
                                    java.toString(),
                                    "-Xmx512m",
                                    "-XX:TieredStopAtLevel=1",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow"),
                            flags(directory).stream(),
                            Stream.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "build"),
                            BUILT_FOR.stream())
                    .flatMap(part -> part)
                    .toList();
            if (run(command, log.toFile()) != 0) {
                throw new Unworkable("Keycloak could not be built, see " + log);
            }
            Files.writeString(built, purpose);
        }
    }

    /// It ends with us, should we be told to stop meanwhile.
    private static int run(List<String> command, File log) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        var stop = new Thread(process::destroy, "stop Keycloak's build");
        Runtime.getRuntime().addShutdownHook(stop);
        var exit = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return exit;
    }
}
