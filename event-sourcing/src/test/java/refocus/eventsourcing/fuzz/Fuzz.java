package refocus.eventsourcing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.canary.Canary;
import refocus.eventsourcing.canary.Heard;
import refocus.eventsourcing.canary.Search;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.contract.ApiPromise;
import refocus.eventsourcing.contract.Described;

/// Asks the running service for everything that its description names: as every role it names, with what fits, about
/// what earlier answers told of, and with exactly one thing wrong.
///
/// ```java
/// assertThat(Fuzz.of("case").run().percentReached()).isGreaterThan(80);
/// ```
///
/// Never a 5xx; every refusal a problem document in the reader's language; every reply as described; what was said is
/// in no refusal, no header, no line of the log; and a refusal records nothing. `-Drefocus.fuzz.seed` repeats a run,
/// `-Drefocus.fuzz.requests` makes it longer.
public final class Fuzz {

    private static final int REQUESTS = 3000;
    private static final int BATCH = 200;
    private static final int TRIES = 5;
    private static final int SELDOM = 8;
    private static final int MANY = 25;
    private static final int PEOPLE = 3;
    private static final String ANYWHERE = "";
    private static final int LONGEST_FILTER = 100;
    private static final Pattern EXAMPLE = Pattern.compile("as in ([^ ;,]+)");
    private static final List<Integer> SHARES = List.of(0, 0, 15, 50);
    private static final List<String> ANYONE =
            List.of("practitioner", "senior-practitioner", "team-manager", "service-manager", "head-of-service");

    private final String service;
    private final String within;
    private final Appended appended;
    private final Stores stores;
    private final int most;
    private final long seed = Long.getLong("refocus.fuzz.seed", 1);
    private final Random chance = new Random(seed);
    private final Canary canary = Canary.hatch();
    private final Texts texts = new Texts(canary, chance);
    private final List<String> people = Stream.generate(() -> new UUID(chance.nextLong(), chance.nextLong()))
            .map(UUID::toString)
            .limit(PEOPLE)
            .toList();
    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final Map<UUID, Finding> refused = new HashMap<>();
    private final Map<String, Integer> operated = new HashMap<>();
    private final Set<String> needVersion = new TreeSet<>();
    private final Set<String> nameless = new TreeSet<>();
    private final Set<String> published = new TreeSet<>();
    private final Map<String, Map<String, Integer>> luck = new HashMap<>();
    private final Tally.Counting counting = new Tally.Counting();
    private final Wire wire = new Wire("%s:%d".formatted(RestAssured.baseURI, RestAssured.port));
    private final Judge judge =
            new Judge(ApiPromise.of(URI.create("%s:%d/".formatted(RestAssured.baseURI, RestAssured.port))), canary);
    private final Known known;
    private List<Described> operations = List.of();

    private Fuzz(
            String service, String within, Appended appended, Stores stores, int most, Map<String, String> schemes) {
        this.service = service;
        this.within = within;
        this.appended = appended;
        this.stores = stores;
        this.most = most;
        this.known = new Known(
                this::codes,
                schemes,
                chance,
                people.stream().map(id -> new Api("system", id)).toList());
    }

    public static Fuzz of(String service) {
        return of(service, Map.of(), Set.of());
    }

    /// The same for a service that puts refused attempts on record.
    ///
    /// @param alarms the types of the events that do
    public static Fuzz of(String service, Set<String> alarms) {
        return of(service, Map.of(), alarms);
    }

    /// The same for a service that has doors for who is not to be known.
    ///
    /// @param schemes of the tokens held instead of a name, by the field in which one is told
    public static Fuzz of(String service, Map<String, String> schemes) {
        return of(service, schemes, Set.of());
    }

    private static Fuzz of(String service, Map<String, String> schemes, Set<String> alarms) {
        int most = Integer.getInteger("refocus.fuzz.requests", REQUESTS);
        return new Fuzz(service, "/v1/", Appended.inTheLog(alarms), Stores.ofTheService(), most, schemes);
    }

    /// Fields that name one of those who ask.
    public Fuzz naming(String... people) {
        known.namePeople(List.of(people));
        return this;
    }

    /// Codes of what is told with 503 where a caller asks before it can be answered.
    public Fuzz awaiting(String... codes) {
        judge.expectToWait(List.of(codes));
        return this;
    }

    /// Types of events and tables that hold what is written for all to read; elsewhere nothing may stand in clear.
    public Fuzz publishing(String... places) {
        published.addAll(List.of(places));
        return this;
    }

    /// So many requests below a path, with another way to know what they left behind.
    static Fuzz within(String path, Appended appended, int most) {
        return new Fuzz("library", path, appended, _ -> Set.of(), most, Map.of());
    }

    /// What came of it; fails with what no reply may be.
    public Tally run() {
        Tally tally = asking();
        System.out.println("Fuzz of " + service + ": " + tally);
        assertThat(found.values()).as("of %s", tally).isEmpty();
        return tally;
    }

    Set<String> kindsFound() {
        asking();
        return found.keySet();
    }

    private Tally asking() {
        operations =
                Described.all(URI.create(
                                "%s:%d/q/openapi?format=json".formatted(RestAssured.baseURI, RestAssured.port)))
                        .stream()
                        .filter(operation -> operation.path().startsWith(within))
                        .toList();
        try (var heard = new Heard()) {
            var lives = new Lives(operations, known, this::fitting, counting::hasReached, chance);
            while (counting.requests() < most) {
                int before = counting.requests();
                var order = new ArrayList<>(operations);
                Collections.shuffle(order, chance);
                order.forEach(operation -> ask(operation, lives));
                int until = Math.min(most, 2 * counting.requests() - before);
                lives.live(() -> counting.requests() < until);
            }
            leftBehind();
            overheard(heard);
            keptInClear();
        } finally {
            wire.close();
        }
        return counting.done(seed, operations.stream().map(Described::toString).collect(Collectors.toSet()));
    }

    /// What fits, until it is done or a few times, and seldom again: many acts end what others are about. Then what
    /// does not fit, in two ways.
    private void ask(Described operation, Lives lives) {
        boolean reached = counting.hasReached(operation.toString());
        int tries = reached ? again(operation, lives) : known.leadsSomewhere(operation.path()) ? TRIES : 1;
        if (operation.isOperators()
                && (isOperatorsAct(operation) || operated.merge(operation.toString(), 1, Integer::sum) > PEOPLE)) {
            tries = 0;
        }
        // Where it is too early or too late, more of the same does not help.
        for (int attempt = 0, refusals = 0; attempt < tries && refusals < 2; attempt++) {
            Answer answer = fitting(operation, ANYWHERE);
            refusals += answer.status() == 409 ? 1 : 0;
            attempt += answer.done() ? tries : 0;
        }
        for (int fault = 0; fault < 2; fault++) {
            Faulty faulty = Faulty.of(request(operation, ANYWHERE), operation, canary, chance);
            send(operation, faulty.fault(), faulty.refused(), faulty.asked());
        }
    }

    /// Seldom what is known to end things.
    private int again(Described operation, Lives lives) {
        return chance.nextInt(lives.isEnding(operation.toString()) ? SELDOM : 2) == 1 ? 1 : 0;
    }

    private Answer fitting(Described operation, String root) {
        Asked asked = request(operation, root);
        Answer answer = send(operation, "what fits", false, asked);
        String role = asked.caller().map(Api::role).orElse("");
        luck.computeIfAbsent(operation.toString(), _ -> new HashMap<>())
                .merge(role, answer.done() ? 4 : answer.status() == 403 ? -1 : 0, Integer::sum);
        known.heard(operation, variablesBelow(operation), asked, said(asked), answer);
        counting.fits(operation.toString(), asked.path(), answer);
        if (answer.status() == 428) {
            needVersion.add(operation.toString());
        }
        if (answer.status() == 401) {
            nameless.add(operation.toString());
        }
        if (answer.status() == 412) {
            Asked look = Asked.of("GET", Known.root(asked.path()), asked.caller());
            known.versionIs(asked.path(), send(operation, "a look at what is there", false, look));
        }
        return answer;
    }

    private Set<String> variablesBelow(Described operation) {
        String start = operation.path() + "/{";
        return operations.stream()
                .map(Described::path)
                .filter(path -> path.startsWith(start))
                .map(path -> path.substring(start.length(), path.indexOf('}', start.length())))
                .collect(Collectors.toSet());
    }

    private static JsonNode said(Asked asked) {
        return asked.body().isPresent() ? new Answer(200, noHeaders(), asked.text()).json() : MissingNode.getInstance();
    }

    private static HttpHeaders noHeaders() {
        return HttpHeaders.of(Map.of(), (_, _) -> true);
    }

    /// @param root what it is about; anything where it is empty
    private Asked request(Described operation, String root) {
        int share = SHARES.get(chance.nextInt(SHARES.size()));
        String path = path(operation, root);
        Asked asked = Asked.of(operation.method(), path + query(operation, path), Optional.of(caller(operation, path)));
        asked = asked.with(Asked.LANGUAGE, chance.nextBoolean() ? "cy" : "en-GB, en;q=0.5");
        if (nameless.contains(operation.toString())) {
            Asked unnamed = new Asked(asked.method(), asked.path(), Optional.empty(), asked.headers(), asked.body());
            asked = known.token(path).map(with(unnamed, "Authorization")).orElse(unnamed);
        }
        if (operation.reads()) {
            return asked;
        }
        if (needVersion.contains(operation.toString()) || chance.nextInt(6) == 0) {
            asked = known.version(path).map(with(asked, "If-Match")).orElse(asked);
        }
        if (chance.nextInt(4) == 0) {
            asked = asked.with("Idempotency-Key", new UUID(chance.nextLong(), chance.nextLong()).toString());
        }
        if (operation.schema().isMissingNode()) {
            return asked;
        }
        var values = new Values(operation, Known.root(path), known, texts, chance, share);
        // In a life it is the order of things that is tried, more than what is said.
        return asked.saying(known.taken(operation)
                .filter(_ -> !root.isEmpty() && chance.nextInt(3) > 0)
                .map(values::bodyLike)
                .orElseGet(values::body));
    }

    private static Function<String, Asked> with(Asked asked, String header) {
        return value -> asked.with(header, value);
    }

    /// Only ever wrong ones: a view that is built again meanwhile is away for all that is asked beside it.
    private static boolean isOperatorsAct(Described operation) {
        return operation.isOperators() && !operation.reads();
    }

    /// A place that is there, as deep as one is known; what is missing of it is made up step by step.
    private String path(Described operation, String root) {
        String[] steps = operation.path().split("/");
        int step = steps.length;
        var path = new StringBuilder();
        while (step > 1 && path.isEmpty()) {
            String template = String.join("/", List.of(steps).subList(0, step));
            if (template.endsWith("}") && !isOperatorsAct(operation)) {
                known.place(template, root)
                        .filter(_ -> !root.isEmpty() || chance.nextInt(MANY) > 0)
                        .ifPresent(path::append);
            }
            step -= path.isEmpty() ? 1 : 0;
        }
        for (; step < steps.length; step++) {
            String template = String.join("/", List.of(steps).subList(0, step + 1));
            path.append('/')
                    .append(steps[step].startsWith("{") ? variable(operation, template, path.toString()) : steps[step]);
        }
        return path.toString();
    }

    /// @param template up to the variable; `parent` is what stands before it
    private String variable(Described operation, String template, String parent) {
        String name = template.substring(template.lastIndexOf('{') + 1, template.length() - 1);
        String list = parent.substring(parent.lastIndexOf('/') + 1);
        String value = known.placeWithin(template, parent)
                .filter(_ -> !isOperatorsAct(operation) && chance.nextInt(MANY) > 0)
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .or(() -> known.code(operation, name))
                .or(() -> known.near(Known.root(parent), name))
                .or(() -> known.anyId(list))
                .or(() -> known.named(Known.root(parent), name))
                .orElseGet(
                        () -> operation.variable(name).path("format").asText().equals("uuid")
                                ? new UUID(chance.nextLong(), chance.nextLong()).toString()
                                : "a");
        return encoded(value);
    }

    private String query(Described operation, String path) {
        if (!operation.reads()) {
            return "";
        }
        String query = operation
                .filters()
                .filter(filter -> filter.path("required").asBoolean() || chance.nextInt(3) == 0)
                .filter(filter -> !filter.path("name").asText().equals("after"))
                .map(filter -> filter.path("name").asText() + "=" + encoded(filterValue(operation, filter, path)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /// Often the example that its description gives.
    private String filterValue(Described operation, JsonNode filter, String path) {
        String name = filter.path("name").asText();
        if (name.equals("limit")) {
            return Integer.toString(1 + chance.nextInt(200));
        }
        Matcher example = EXAMPLE.matcher(filter.path("description").asText());
        if (example.find() && chance.nextInt(4) > 0) {
            return example.group(1);
        }
        String value =
                new Values(operation, Known.root(path), known, texts, chance, 0).one(name, filter.path("schema"));
        return value.substring(0, Math.min(LONGEST_FILTER, value.length())).replaceAll("[\\ud800-\\udbff]$", "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Mostly one who may; of those, often one who has had to do with it.
    private Api caller(Described operation, String path) {
        List<String> roles = operation.roles().isEmpty() ? ANYONE : List.copyOf(operation.roles());
        if (chance.nextInt(MANY) == 0) {
            return new Api(ANYONE.get(chance.nextInt(ANYONE.size())), known.person());
        }
        Optional<Api> actor = known.actor(path)
                .filter(_ -> chance.nextInt(2) == 0)
                .filter(who -> !known.wasTurnedAway(operation, path, who.worker()));
        Map<String, Integer> tried = luck.getOrDefault(operation.toString(), Map.of());
        String role = roles.get(chance.nextInt(roles.size()));
        for (int look = 0; look < 2 && tried.getOrDefault(role, 0) < 0; look++) {
            role = roles.get(chance.nextInt(roles.size()));
        }
        String chosen = role;
        return actor.map(who -> new Api(roles.contains(who.role()) ? who.role() : chosen, who.worker()))
                .orElseGet(() -> new Api(chosen, person(operation, path)));
    }

    /// Often one who is named there, seldom one who was turned away.
    private String person(Described operation, String path) {
        String chosen =
                known.personNamed(path).filter(_ -> chance.nextInt(2) == 0).orElseGet(known::person);
        for (int look = 0; look < PEOPLE && known.wasTurnedAway(operation, path, chosen); look++) {
            chosen = known.person();
        }
        return chosen;
    }

    private Answer send(Described operation, String what, boolean mustBeRefused, Asked asked) {
        Answer answer = wire.send(asked);
        counting.count(operation.toString(), asked.method().equals(operation.method()), answer);
        judge.of(operation, what, mustBeRefused, asked, answer)
                .forEach(finding -> found.computeIfAbsent(finding.kind(), _ -> finding));
        if (answer.refused()) {
            correlation(answer)
                    .ifPresent(id -> refused.put(
                            id,
                            new Finding(
                                    "%s records what it refuses".formatted(operation), what, answer.body(), asked)));
        }
        if (refused.size() >= BATCH) {
            leftBehind();
        }
        return answer;
    }

    private static Optional<UUID> correlation(Answer answer) {
        return Optional.of(answer.header("Correlation-Id"))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString);
    }

    private void leftBehind() {
        appended.because(refused.keySet())
                .forEach(id -> found.computeIfAbsent(refused.get(id).kind(), _ -> refused.get(id)));
        refused.clear();
    }

    private void overheard(Heard heard) {
        heard("the log repeats what was said", heard, line -> canary.in(line).isPresent());
        heard("a view stops at what was said", heard, line -> line.contains("its rows are refused"));
    }

    private void keptInClear() {
        String metrics =
                wire.send(Asked.of("GET", "/q/metrics", Optional.empty())).body();
        Stream.concat(stores.holding(canary).stream(), Search.text("metrics", metrics, canary).found().stream())
                .filter(place -> published.stream().noneMatch(name -> place.contains(name + " (")))
                .map(place -> place.replaceFirst("^\\w+: ", ""))
                .forEach(place -> {
                    String kind = "keeps in clear what was said: " + place;
                    found.put(kind, new Finding(kind, "the run", place, Asked.of("GET", "/", Optional.empty())));
                });
    }

    private void heard(String kind, Heard heard, Predicate<String> bad) {
        heard.lines().stream()
                .filter(bad)
                .findFirst()
                .ifPresent(line ->
                        found.put(kind, new Finding(kind, "the run", line, Asked.of("GET", "/", Optional.empty()))));
    }

    private List<String> codes(String set) {
        Answer answer = wire.send(Asked.of("GET", "/v1/code-sets/" + set, Optional.empty()));
        return answer.json()
                .path("codes")
                .valueStream()
                .map(code -> code.path("code").asText())
                .toList();
    }
}
