package refocus.proving.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;

/// Callers who record work and report children until they are told to end.
///
/// Each command has a key and is asked again until it is acknowledged, of an instance that answers: what a client of
/// ours behind a load balancer would do. Each happened in the world at a microsecond of its own, which tells its
/// event from every other. Now and then a key is repeated long after, and must have the same answer.
final class Load implements AutoCloseable {

    private static final String REFERRAL = "referral/";

    /// Deadlines that these set off are long over: each must be raised as missed, once.
    private static final Duration AGO = Duration.ofDays(40);

    private static final Duration SPARED = Duration.ofSeconds(1);

    private final Api api;
    private final List<String> services;
    private final Families families;
    private final long seed;
    private final Findings findings;
    private final Instant began = Instant.now().minus(AGO).truncatedTo(ChronoUnit.SECONDS);
    private final AtomicLong marks = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Queue<Acknowledged> history = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final ExecutorService callers;
    private final List<Future<?>> calling = new ArrayList<>();
    /// Until when an instance that did not answer is spared.
    private final Map<String, Instant> spared = new ConcurrentHashMap<>();

    private volatile boolean ending;

    /// @param services where the instances of case-service are
    Load(Api api, List<String> services, Families families, long seed, int callers, Findings findings) {
        this.api = api;
        this.services = services;
        this.families = families;
        this.seed = seed;
        this.findings = findings;
        this.callers = Executors.newFixedThreadPool(callers, Thread.ofVirtual().factory());
        for (int caller = 0; caller < callers; caller++) {
            int number = caller;
            calling.add(this.callers.submit(() -> call(number)));
        }
    }

    /// What was begun is still acknowledged.
    void end() {
        ending = true;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long repeats() {
        return repeats.get();
    }

    /// How many were asked more than once before they were acknowledged.
    long retried() {
        return history.stream().filter(done -> done.asked() > 1).count();
    }

    List<Acknowledged> history() {
        return List.copyOf(history);
    }

    /// Every mark given to a command lies from here on.
    Instant since() {
        return began;
    }

    Instant until() {
        return began.plus(marks.get() + 1, ChronoUnit.MICROS);
    }

    boolean done() {
        return calling.stream().allMatch(Future::isDone);
    }

    /// Waits for the callers, and hears what broke them.
    void join() throws InterruptedException, ExecutionException {
        for (var caller : calling) {
            caller.get();
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }

    private void call(int caller) {
        var random = new Random(seed * 1000 + caller);
        var mine = new ArrayList<Acknowledged>();
        Optional<Command> last = Optional.empty();
        try {
            while (!ending) {
                var command = command(random, mine);
                var done = atLast(command);
                if (done.isPresent()) {
                    mine.add(done.get());
                    history.add(done.get());
                    acknowledged.incrementAndGet();
                    if (random.nextInt(20) == 0) {
                        repeat(last.orElse(command), mine);
                    }
                    last = random.nextInt(50) == 0 ? Optional.of(command) : last;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Command(String key, String path, String role, String body, Instant mark) {}

    private Command command(Random random, List<Acknowledged> mine) {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var mark = began.plus(marks.incrementAndGet(), ChronoUnit.MICROS);
        int kind = random.nextInt(100);
        if (kind < 8) {
            var child =
                    families.children().get(random.nextInt(families.children().size()));
            return new Command(key, "/v1/referrals", "duty", Families.REFERRAL.formatted(child, mark), mark);
        }
        var last = mine.reversed().stream()
                .filter(done -> done.stream().startsWith(REFERRAL))
                .findFirst();
        if (kind < 10 && last.isPresent() && last.get().version() == 1) {
            var referral = last.get().stream().substring(REFERRAL.length());
            var body = """
                    {"nextActions": ["ASSESSMENT"], "rationale": "Seen before.", "occurredAt": "%s"}""";
            return new Command(
                    key, "/v1/referrals/%s/triage".formatted(referral), "team-manager", body.formatted(mark), mark);
        }
        var aCase = families.cases().get(random.nextInt(families.cases().size()));
        var body = Families.SESSION.formatted(5 + random.nextInt(90), mark);
        return new Command(key, "/v1/cases/%s/direct-work".formatted(aCase), "practitioner", body, mark);
    }

    private Optional<Acknowledged> atLast(Command command) throws InterruptedException {
        for (int asked = 1; ; asked++) {
            var service = instance();
            try {
                var answer = api.post(service + command.path(), command.role(), command.key(), command.body());
                if (answer.status() < 300) {
                    return Optional.of(
                            new Acknowledged(command.key(), answer.stream(), answer.version(), command.mark(), asked));
                }
                if (answer.status() < 500) {
                    findings.add(Kind.REFUSED, "%s: %d %s".formatted(command.path(), answer.status(), answer.body()));
                    return Optional.empty();
                }
            } catch (IOException _) {
                // it died, or does not answer; the key makes asking again safe
                spared.put(service, Instant.now().plus(SPARED));
            }
            Thread.sleep(20L * Math.min(asked, 10));
        }
    }

    /// One of those that answer, or any; it is no part of the seed, for it depends on what is alive.
    private String instance() {
        var now = Instant.now();
        var answering = services.stream()
                .filter(service -> !now.isBefore(spared.getOrDefault(service, Instant.MIN)))
                .toList();
        var among = answering.isEmpty() ? services : answering;
        return among.get(ThreadLocalRandom.current().nextInt(among.size()));
    }

    /// The same key again, perhaps long after: the same answer, and no other effect.
    private void repeat(Command command, List<Acknowledged> mine) throws InterruptedException {
        var again = atLast(command);
        repeats.incrementAndGet();
        var first =
                mine.stream().filter(done -> done.key().equals(command.key())).findFirst();
        if (again.isPresent() && first.isPresent()) {
            var same = again.get().stream().equals(first.get().stream())
                    && again.get().version() == first.get().version();
            if (!same) {
                findings.add(
                        Kind.ANSWER,
                        "%s was %s@%d and is %s@%d"
                                .formatted(
                                        command.key(),
                                        first.get().stream(),
                                        first.get().version(),
                                        again.get().stream(),
                                        again.get().version()));
            }
        }
    }
}
