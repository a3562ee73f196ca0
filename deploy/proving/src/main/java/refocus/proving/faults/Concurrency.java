package refocus.proving.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// Many at once: who races has one winner, who repeats has one effect, and who reads with a token sees his own change.
///
/// Two instances of case-service stand on one database, and whoever asks asks any of them.
final class Concurrency {

    private static final int RACERS = 100;
    private static final int READERS = 20;

    private final Api api;
    private final List<String> services;
    private final Families families;
    private final Findings findings;
    private final Map<String, Object> told = new LinkedHashMap<>();
    private final Instant began = Instant.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);

    private Concurrency(Api api, List<String> services, Families families, Findings findings) {
        this.api = api;
        this.services = services;
        this.families = families;
        this.findings = findings;
    }

    /// @param keys how many keys are repeated, and half as many reads are made
    static Map<String, Object> carryOut(
            Path source, Path directory, int base, int keys, Findings findings, Progress progress) throws Exception {
        try (var stand = Stand.open(source, directory, base, progress)) {
            stand.startServers(stand.ports().kafka());
            stand.start(Service.CASE, List.of());
            stand.startSecond(Service.CASE, "case-2", List.of());
            var services = List.of(stand.programs().url(Service.CASE), stand.urlOfSecond(Service.CASE));
            var api = new Api(stand.tokens(), UUID.randomUUID());
            var families = Families.make(api, services.getFirst(), READERS);
            var concurrency = new Concurrency(api, services, families, findings);
            concurrency.race(10);
            progress.say("%d clients raced for each of 10 versions".formatted(RACERS));
            concurrency.repeat(keys);
            progress.say("%,d keys were repeated".formatted(keys));
            concurrency.read(keys / 2);
            progress.say("%,d reads carried a token".formatted(keys / 2));
            try (var database = stand.connect("case")) {
                Comparison.versions(Log.read(database), findings);
                Comparison.effects(Log.read(database), concurrency.began, Instant.now(), findings);
            }
            return concurrency.told;
        }
    }

    private String any(int number) {
        return services.get(number % services.size());
    }

    /// All hold the same version and want to write the next: one may.
    private void race(int versions) throws InterruptedException, ExecutionException {
        var aCase = families.cases().getFirst();
        for (int version = 1; version <= versions; version++) {
            var seen = "\"%d\"".formatted(version);
            int round = version;
            var answers = all(RACERS, racer -> {
                var body = Families.SESSION.formatted(10, began.plusMillis(round * 1000L + racer));
                return api.post(
                        any(racer) + "/v1/cases/%s/direct-work".formatted(aCase),
                        "practitioner",
                        UUID.randomUUID().toString(),
                        body,
                        Optional.of(seen));
            });
            long won = answers.stream().filter(answer -> answer.status() == 200).count();
            long stale =
                    answers.stream().filter(answer -> answer.status() == 412).count();
            if (won != 1 || won + stale != RACERS) {
                findings.add(
                        Kind.TWICE,
                        "of %d who held version %d, %d won and %d were told that it is stale"
                                .formatted(RACERS, version, won, stale));
            }
        }
        told.put("racers", RACERS);
        told.put("versionsRacedFor", versions);
    }

    /// Each key three times at once: one effect, one answer.
    private void repeat(int keys) throws InterruptedException, ExecutionException {
        var outcomes = all(keys, number -> {
            var key = UUID.randomUUID().toString();
            var aCase = families.cases().get(number % READERS);
            var body = Families.SESSION.formatted(10, began.plusSeconds(3600).plus(number, ChronoUnit.MILLIS));
            var places = new ArrayList<String>();
            for (var answer : all(3, instance -> again(aCase, key, body, instance))) {
                places.add(answer.stream() + "@" + answer.version());
            }
            return places.stream().distinct().toList();
        });
        outcomes.stream()
                .filter(places -> places.size() != 1)
                .forEach(places -> findings.add(Kind.ANSWER, "one key was answered with " + places));
        told.put("keysRepeated", keys);
    }

    private Api.Answer again(UUID aCase, String key, String body, int instance) throws Exception {
        for (int asked = 0; ; asked++) {
            var answer =
                    api.post(any(instance) + "/v1/cases/%s/direct-work".formatted(aCase), "practitioner", key, body);
            if (answer.status() == 200) {
                return answer;
            }
            if (answer.status() != 503 || asked > 50) {
                throw new IOException("%d %s".formatted(answer.status(), answer.body()));
            }
            Thread.sleep(50);
        }
    }

    /// Each reader has a child of his own, whose story must begin with what he has just recorded.
    private void read(int reads) throws InterruptedException, ExecutionException {
        var waits = all(READERS, reader -> {
            long late = 0;
            for (int i = 0; i < reads / READERS; i++) {
                var mark = began.plusSeconds(7200).plus(i * READERS + reader, ChronoUnit.MILLIS);
                var aCase = families.cases().get(reader);
                var body = Families.SESSION.formatted(10, mark);
                var done = again(aCase, UUID.randomUUID().toString(), body, i);
                var url = any(i + 1)
                        + "/v1/children/%s/chronology?limit=1"
                                .formatted(families.children().get(reader));
                var story = api.get(url, "team-manager", done.consistency());
                while (story.status() == 503) {
                    late++;
                    story = api.get(url, "team-manager", done.consistency());
                }
                var newest =
                        story.body().path("items").path(0).path("occurredAt").asText();
                if (story.status() != 200
                        || newest.isEmpty()
                        || Instant.parse(newest).isBefore(mark)) {
                    findings.add(Kind.VIEW, "a read with a token shows %s after %s".formatted(newest, mark));
                }
            }
            return late;
        });
        told.put("readsWithToken", reads);
        told.put("readsToldToWait", waits.stream().mapToLong(Long::longValue).sum());
    }

    private interface Act<T> {
        T by(int number) throws Exception;
    }

    /// Does it for each number, a hundred at a time.
    private static <T> List<T> all(int count, Act<T> act) throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var callers = Executors.newFixedThreadPool(
                Math.min(count, RACERS), Thread.ofVirtual().factory())) {
            List<Future<T>> calls = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int mine = number;
                Callable<T> call = () -> act.by(mine);
                calls.add(callers.submit(call));
            }
            for (var call : calls) {
                results.add(call.get());
            }
        }
        return results;
    }
}
