package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.local.Service;

/// A packaged service with the settings of one machine, which everybody can know, does not start in production: it says
/// which settings are at fault, never what they hold, and ends.
class ProductionIT {

    private static final long PATIENCE = 60;

    @TempDir
    private Path directory;

    @Test
    void secrets_that_everybody_can_know_are_named_and_not_shown() throws Exception {
        var told = startsAndEnds("-Dquarkus.profile=prod");
        assertThat(told)
                .contains("does not start in production")
                .contains("quarkus.datasource.password", "quarkus.datasource.keys.password");
        assertThat(secrets()).isNotEmpty().allSatisfy(secret -> assertThat(told).doesNotContain(secret));
    }

    @Test
    void an_issuer_whom_anybody_could_pass_for_is_refused() throws Exception {
        assertThat(startsAndEnds(
                        "-Dquarkus.profile=local",
                        "-Dquarkus.oidc.auth-server-url=http://issuer.invalid/realms/refocus"))
                .contains("the issuer must be an https address");
    }

    @Test
    void tokens_meant_for_any_system_are_refused() throws Exception {
        assertThat(startsAndEnds("-Dquarkus.profile=local", "-Dquarkus.oidc.token.audience=any"))
                .contains("tokens must be meant for this system");
    }

    /// What a service says that ends by itself.
    private String startsAndEnds(String... flags) throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("config"));
        Files.copy(settings(), directory.resolve("config").resolve("application.properties"));
        var output = directory.resolve("output");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dquarkus.http.port=0"));
        command.addAll(Arrays.asList(flags));
        command.addAll(List.of("-jar", Service.CASE.jar(RunningSystem.source()).toString()));
        var service = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(service.waitFor(PATIENCE, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
            assertThat(service.exitValue()).isNotZero();
            return Files.readString(output);
        } finally {
            service.destroyForcibly();
        }
    }

    private static Path settings() throws IOException, InterruptedException {
        return RunningSystem.shared().home().resolve("case/config/application.properties");
    }

    private static Stream<String> secrets() throws IOException, InterruptedException {
        return Files.readAllLines(settings()).stream()
                .filter(line -> line.matches(".*password=.+"))
                .map(line -> line.substring(line.indexOf('=') + 1));
    }
}
