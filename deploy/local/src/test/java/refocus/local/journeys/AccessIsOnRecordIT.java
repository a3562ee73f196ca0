package refocus.local.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Who looked at a worker is on record, and nobody changes that unseen: `audit verify` says so of the running system.
class AccessIsOnRecordIT {

    private record Said(int exit, String words) {}

    @Test
    void a_look_is_put_down_published_and_verified_and_a_changed_row_is_named() throws Exception {
        var system = RunningSystem.shared();
        var officer = Someone.of(system, "hr-officer");
        String worker = officer.makes("staff", "/v1/workers", """
                {"name": "Someone New", "role": "practitioner", "fte": 1, "startsOn": "2020-05-01"}""");
        officer.reads("staff", "/v1/workers/" + worker);
        await().atMost(Someone.PATIENCE).untilAsserted(() -> {
            Said honest = verify(system);
            assertThat(honest.words())
                    .contains("staff: ", " 0 waiting to be; 0 do not fit", "are as they were written");
            assertThat(honest.exit()).isZero();
        });

        change(system, worker, "NOBODY", "HR");
        try {
            Said tampered = verify(system);
            assertThat(tampered.words()).contains("CHANGED: row ", "TAMPERED");
            assertThat(tampered.exit()).isEqualTo(1);
        } finally {
            change(system, worker, "HR", "NOBODY");
        }
    }

    /// By someone with the database in their hands.
    private static void change(RunningSystem system, String worker, String to, String from) throws Exception {
        try (var staff = DriverManager.getConnection(system.postgres().replace("/postgres?", "/staff?"));
                var change =
                        staff.prepareStatement("update access_record set basis = ? where subject = ? and basis = ?")) {
            change.setString(1, to);
            change.setObject(2, UUID.fromString(worker));
            change.setString(3, from);
            assertThat(change.executeUpdate()).isPositive();
        }
    }

    private static Said verify(RunningSystem system) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "refocus.local.Audit",
                "verify",
                "--data",
                system.home().toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), words);
    }
}
