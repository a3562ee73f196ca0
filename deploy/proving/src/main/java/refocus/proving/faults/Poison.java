package refocus.proving.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// One event in a hundred is corrupt or of a type that nobody knows: its stream waits, the others go on.
///
/// The poison is written into the log behind the service's back, in streams of its own with sound events before and
/// after. Every view that takes cases must set aside just these streams; when an operator has given up the one event in
/// each, every view must be the fold of the rest.
record Poison(Stand stand, Api api, Findings findings, Progress progress) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Of a view that reads cases, and of the report's.
    private static final Map<String, String> PARKED =
            Map.of("session_time", "case", "chronology", "case", "direct_work", "reporting");

    private static final String STREAMS = """
            with sound as (select * from event where type = 'direct-work-held' order by tx, pos limit 1),
                 opened as (select o.* from event o join sound using (stream_id) where o.version = 1),
                 made as materialized (
                     select 'case/' || gen_random_uuid() as stream_id, i from generate_series(1, %d) i)
            insert into event (stream_id, version, event_id, command_id, type, schema_version, data, meta, occurred_at)
            select stream_id, version, gen_random_uuid(), gen_random_uuid(), type, 1, data, meta, occurred_at
            from (
                select made.stream_id, 1 as version, 'case-opened' as type, opened.data, opened.meta, opened.occurred_at
                from made cross join opened
                union all
                select made.stream_id, 2, case when i %% 2 = 0 then 'case-haunted' else 'case-note-recorded' end,
                       '{"workers": "nobody"}', sound.meta, sound.occurred_at
                from made cross join sound
                union all
                select made.stream_id, 3, sound.type, sound.data, sound.meta, sound.occurred_at
                from made cross join sound) as event
            order by stream_id, version
            returning stream_id""";

    static Map<String, Object> carryOut(
            Path source, Path directory, int base, int events, Findings findings, Progress progress) throws Exception {
        try (var stand = Stand.open(source, directory, base, progress)) {
            stand.startServers(stand.ports().kafka());
            stand.start(Service.CASE, List.of());
            stand.start(Service.REPORTING, List.of());
            var api = new Api(stand.tokens(), UUID.randomUUID());
            return new Poison(stand, api, findings, progress).run(events);
        }
    }

    private Map<String, Object> run(int events) throws Exception {
        var families = Families.make(api, stand.programs().url(Service.CASE), 20);
        var told = new LinkedHashMap<String, Object>();
        double clean = lag(families, events / 2);
        Set<String> poisoned;
        try (var database = stand.connect("case")) {
            poisoned = poisoned(database, Math.max(2, events / 100));
        }
        double beside = lag(families, events / 2);
        told.put("poisonedStreams", poisoned.size());
        told.put("lagOfOthersMillis", beside);
        told.put("lagWithoutPoisonMillis", clean);
        told.put("lagRatio", Math.round(100 * beside / clean) / 100.0);
        for (var view : PARKED.keySet()) {
            await(
                    "parked by " + view,
                    () -> parked(view).equals(poisoned),
                    () -> "%s parks %s and should park %s".formatted(view, parked(view), poisoned));
        }
        progress.say("%d poisoned streams are parked, and no other".formatted(poisoned.size()));
        for (var view : all()) {
            for (var stream : parked(view)) {
                api.make(operation(view, "/parked/discard"), "system", """
                        {"stream": "%s", "reason": "the second event cannot be read"}""".formatted(stream));
            }
        }
        for (var view : all()) {
            await(view + " is free again", () -> parked(view).isEmpty(), () -> view + " still parks " + parked(view));
        }
        compare();
        return told;
    }

    /// The median time from a command to a local view that shows it, in milliseconds.
    private double lag(Families families, int sessions) throws IOException, InterruptedException {
        var service = stand.programs().url(Service.CASE);
        var millis = new java.util.ArrayList<Double>();
        for (int i = 0; i < sessions; i++) {
            int family = i % families.cases().size();
            long began = System.nanoTime();
            var done = api.make(
                    service
                            + "/v1/cases/%s/direct-work"
                                    .formatted(families.cases().get(family)),
                    "practitioner",
                    Families.SESSION.formatted(10, Instant.now().minusSeconds(60)));
            var story = api.get(
                    service
                            + "/v1/children/%s/chronology?limit=1"
                                    .formatted(families.children().get(family)),
                    "team-manager",
                    done.consistency());
            if (story.status() == 200) {
                millis.add((System.nanoTime() - began) / 1e6);
            } else {
                findings.add(Kind.STUCK, "a sound stream waits: %d %s".formatted(story.status(), story.body()));
            }
        }
        var sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static Set<String> poisoned(Connection database, int streams) throws SQLException {
        var poisoned = new TreeSet<String>();
        try (var insert = database.createStatement();
                var row = insert.executeQuery(STREAMS.formatted(streams))) {
            while (row.next()) {
                poisoned.add(row.getString(1));
            }
        }
        return poisoned;
    }

    private String operation(String view, String what) {
        var service = Service.valueOf(service(view).toUpperCase(java.util.Locale.ROOT));
        return stand.programs().url(service) + "/v1/operations/projections/" + view + what;
    }

    private static String service(String view) {
        return PARKED.getOrDefault(view, REPORTED.contains(view) ? "reporting" : "case");
    }

    private static final Set<String> REPORTED = Set.of("direct_work", "children_seen", "referral_triage");

    /// Every view that feeds on cases.
    private Set<String> all() {
        var all = new HashSet<>(REPORTED);
        all.addAll(Set.of("session_time", "chronology", "caseload", "deadlines"));
        return all;
    }

    private Set<String> parked(String view) throws IOException, InterruptedException {
        var streams = new TreeSet<String>();
        var answer = api.get(operation(view, "/parked"), "system", Optional.empty());
        answer.body()
                .path("items")
                .forEach(item -> streams.add(item.path("stream").asText()));
        return streams;
    }

    private interface Look<T> {
        T now() throws Exception;
    }

    private void await(String what, Look<Boolean> wanted, Look<String> otherwise) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (!wanted.now()) {
            if (Instant.now().isAfter(until)) {
                findings.add(Kind.VIEW, what + ": " + otherwise.now());
                return;
            }
            Thread.sleep(200);
        }
    }

    /// What is left of the poisoned streams is folded like any other.
    private void compare() throws Exception {
        try (var database = stand.connect("case");
                var reporting = stand.connect("reporting")) {
            for (var view : Views.ALL) {
                await(
                        view.name(),
                        () -> found(view, database, reporting).none(),
                        () -> found(view, database, reporting).examples().toString());
            }
        }
    }

    private static Findings found(Views view, Connection database, Connection reporting) throws SQLException {
        var found = new Findings();
        view.compare(database, view.database().equals("case") ? database : reporting, found);
        return found;
    }
}
