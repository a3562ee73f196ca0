package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A packaged service that is not told otherwise is in production, and there it wants secrets of its own.
class ProductionIT {

    @Test
    void a_service_refuses_to_start_with_the_passwords_of_one_machine() throws Exception {
        var system = RunningSystem.shared();
        // Where the running one finds its settings, so that nothing but the profile is another.
        Path directory = system.home().resolve("staff");
        Path said = Files.createTempFile("production", ".log");
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        RunningSystem.source() + "/staff-service/target/quarkus-app/quarkus-run.jar")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).as("it gives up").isTrue();
            assertThat(service.exitValue()).isNotZero();
            assertThat(Files.readString(said))
                    .contains("does not start in production with a secret")
                    .contains("quarkus.datasource.password", "quarkus.flyway.keys.password", "refocus.security-contact")
                    .doesNotContain("staff_owner");
        } finally {
            service.destroyForcibly();
        }
    }
}
