package refocus.proving.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import refocus.local.Service;
import refocus.proving.stand.Api;
import refocus.proving.stand.Stand;

/// From the moment a client wants to record a session to the report that counts it, at steady rates.
///
/// Requests are sent when their time has come, whether or not earlier ones are answered: a service that falls behind
/// shows it. The times come from a seed. Some of the clients then ask for the report, with the token of their change.
record Latency(Stand stand, Sheet sheet, Api api, List<String> cases) {

    private static final int LOOKS_PER_SECOND = 25;
    private static final int MORE = 20;
    private static final String SESSION =
            "{\"minutes\": 5, \"mode\": \"VIDEO\", \"seenAlone\": true, \"summary\": \"A short call.\"}";

    /// As long as the compilers of both services are busy with what it asks; not kept.
    void warmUp(int perSecond, int seconds, long seed) throws InterruptedException {
        drive(perSecond, seconds, seed, new AtomicLong());
    }

    void at(int perSecond, int seconds, long seed) throws InterruptedException {
        var failed = new AtomicLong();
        var sorted = drive(perSecond, seconds, seed, failed);
        var name = "POST to report at %,d/s".formatted(perSecond);
        if (failed.get() > 0) {
            sheet.add(name + ", not answered", "requests", failed.get() + 0.0);
        }
        if (!sorted.isEmpty()) {
            sheet.add(name + ", p50", "ms", sorted.get(sorted.size() / 2));
            sheet.add(name + ", p99", "ms", sorted.get((int) (sorted.size() * 0.99)));
        }
    }

    private List<Double> drive(int perSecond, int seconds, long seed, AtomicLong failed) throws InterruptedException {
        var random = new Random(seed);
        Queue<Double> seen = new ConcurrentLinkedQueue<>();
        long count = (long) perSecond * seconds;
        long every = Math.max(1, perSecond / LOOKS_PER_SECOND);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long due = System.nanoTime();
            for (long i = 0; i < count; i++) {
                due += (long) (-Math.log(1 - random.nextDouble()) * 1e9 / perSecond);
                var aCase = cases.get(random.nextInt(cases.size()));
                boolean looks = i % every == 0;
                long at = due;
                LockSupport.parkNanos(due - System.nanoTime());
                var _ = clients.submit(() -> send(aCase, at, looks, seen, failed));
            }
            clients.shutdown();
            if (!clients.awaitTermination(60, TimeUnit.SECONDS)) {
                failed.incrementAndGet();
            }
        }
        return seen.stream().sorted().toList();
    }

    private void send(String aCase, long due, boolean looks, Queue<Double> seen, AtomicLong failed) {
        try {
            var url = stand.programs().url(Service.CASE) + "/v1/cases/%s/direct-work".formatted(aCase);
            var done = api.post(url, "practitioner", SESSION);
            if (done.status() != 200) {
                failed.incrementAndGet();
            } else if (looks && shown(done.consistency())) {
                seen.add((System.nanoTime() - due) / 1e6);
            }
        } catch (IOException broken) {
            failed.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks until the report has it; each asking waits up to two seconds itself.
    private boolean shown(Optional<String> consistency) throws IOException, InterruptedException {
        var month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        var report = stand.programs().url(Service.REPORTING)
                + "/v1/reports/direct-work-share?from=%s&to=%s".formatted(month, month.plusMonths(1));
        for (int asked = 0; asked < MORE; asked++) {
            if (api.get(report, "analyst", consistency).status() == 200) {
                return true;
            }
        }
        sheet.wrong("a change is not in the report after %d tries".formatted(MORE));
        return false;
    }
}
