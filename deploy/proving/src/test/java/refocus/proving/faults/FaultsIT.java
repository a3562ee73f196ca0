package refocus.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.local.Progress;
import refocus.proving.faults.FaultRun.Asked;
import refocus.proving.faults.Schedule.Deck;

/// The packaged system under load and faults, by the schedule of one seed: nothing is lost, repeated, reordered or
/// missing, and each reader with a flaw, beside it and under the same faults, is caught by the same comparison.
///
/// `-Drefocus.faults.seed=…` takes another schedule, `-Drefocus.faults=…` and `-Drefocus.faults.events=…` another size.
class FaultsIT {

    private static final int SEED = Integer.getInteger("refocus.faults.seed", 20_261_126);
    private static final int FAULTS = Integer.getInteger("refocus.faults", 40);
    private static final int EVENTS = Integer.getInteger("refocus.faults.events", 20_000);

    @BeforeEach
    void kafka_tells_no_step() {
        Logger.getLogger("").setLevel(Level.SEVERE);
    }

    @Test
    void whatever_fails_log_topic_and_views_agree_and_flawed_readers_are_caught() throws Exception {
        var asked = new Asked(SEED, FAULTS, EVENTS, Deck.USUAL);
        var outcome = FaultRun.carryOut(source(), home(), freeBase(), asked, Progress.now());
        System.out.println(Faults.text(outcome));
        assertThat(outcome.findings().examples()).as("seed %d", SEED).isEmpty();
        assertThat(outcome.recorded()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(outcome.struck()).hasSize(FAULTS);
        assertThat(outcome.deadlinesRaised()).isPositive();
        assertThat(outcome.controls())
                .hasSize(3)
                .allSatisfy((name, caught) -> assertThat(caught.none()).as(name).isFalse());
    }

    @Test
    void what_the_broker_loses_is_published_again_and_readers_go_on() throws Exception {
        var asked = new Asked(SEED, 6, 3000, Deck.LOSSES);
        var outcome = FaultRun.carryOut(source(), home(), freeBase(), asked, Progress.now());
        assertThat(outcome.findings().examples()).isEmpty();
        assertThat(outcome.struck()).hasSize(6);
    }

    @Test
    void who_races_repeats_or_reads_with_a_token_is_answered_as_if_alone() throws Exception {
        var findings = new Findings();
        Concurrency.carryOut(source(), home(), freeBase(), 1000, findings, Progress.now());
        assertThat(findings.examples()).isEmpty();
    }

    @Test
    void poison_parks_its_own_streams_and_no_other() throws Exception {
        var findings = new Findings();
        Poison.carryOut(source(), home(), freeBase(), 400, findings, Progress.now());
        assertThat(findings.examples()).isEmpty();
    }

    @Test
    void a_log_restored_into_a_younger_cluster_is_not_relayed_until_the_remedy() throws Exception {
        var findings = new Findings();
        var told = Restore.carryOut(source(), home(), freeBase(), findings, Progress.now());
        assertThat(findings.examples()).isEmpty();
        assertThat(told.get("refusal")).asString().contains("restored");
    }

    @Test
    void a_clock_that_is_stepped_raises_each_deadline_once() throws Exception {
        assumeThat(ClockStep.library()).as("libfaketime").isPresent();
        var findings = new Findings();
        var told = ClockStep.carryOut(source(), home(), freeBase(), findings, Progress.now());
        assertThat(findings.examples()).isEmpty();
        assertThat(told.get("raised")).isEqualTo(5L);
    }

    private static Path home() throws IOException {
        return Files.createTempDirectory("refocus-faults");
    }

    /// Maven runs a module's tests in the module's folder.
    private static Path source() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    /// A stretch of ports nobody uses: the parts of a system, and the proxies behind them.
    private static int freeBase() throws IOException {
        for (int base = 24080; base < 32000; base += 100) {
            if (allFree(base)) {
                return base;
            }
        }
        throw new IOException("no stretch of free ports");
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + 22; port++) {
            try (var _ = new ServerSocket(port)) {
                // free
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
