package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import refocus.eventsourcing.servers.Tokens;

/// Who may do what: every way into a running service by every role, written down in `docs/access` and tried over
/// HTTP, each cell of it.
///
/// ```java
/// var tried = AccessTable.of("staff", router).check();
/// assertThat(tried.denied()).isGreaterThan(300);
/// ```
///
/// The ways in are found in the code, in the description of the API and in the router; one that says nothing of who
/// may use it fails. `-Drefocus.contract=write` writes the table anew; whoever changes a cell sees it change in the
/// document.
public final class AccessTable {

    /// What was tried: how many cells let someone in, and how many did not.
    public record Tried(int doors, int allowed, int denied) {}

    /// In the order of the domain's page: those near to children first.
    private static final List<String> ROLES = List.of(
            "practitioner",
            "senior-practitioner",
            "support-worker",
            "personal-adviser",
            "reviewing-officer",
            "duty",
            "team-manager",
            "service-manager",
            "head-of-service",
            "business-support",
            "hr-officer",
            "recruiter",
            "panel-member",
            "barrier-owner",
            "analyst",
            "records-manager",
            "auditor",
            "referrals.send",
            "referrals.receipts",
            "reports.read",
            "operations.run");

    /// What every service shows to anyone. Beside it each service names its own, and no other way in may be open.
    private static final Set<String> OPEN = Set.of(
            "GET /.well-known/security.txt",
            "GET /problems/{code}",
            "GET /schemas/refocus.{service}.{name}/{version}",
            "GET /v1/code-sets",
            "GET /v1/code-sets/{name}",
            "GET /q/health",
            "GET /q/openapi");

    private static final String NOBODY = "no token";
    private static final String HEADER = "| | %s |%n|---|%s|%n";

    private final String service;
    private final Router router;
    private final Set<String> open;
    private final Map<String, Door.Policy> routes;
    private final Map<String, Set<String>> own;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final SoftAssertions found = new SoftAssertions();
    private int allowed;
    private int denied;

    private record Caller(String role, String worker, String authorization) {}

    private static final Caller NONE = new Caller(NOBODY, Filled.UNKNOWN_ID, "");

    private AccessTable(
            String service,
            Router router,
            Set<String> open,
            Map<String, Door.Policy> routes,
            Map<String, Set<String>> own) {
        this.service = service;
        this.own = own;
        this.router = router;
        this.open = open;
        this.routes = routes;
    }

    /// @param router the running service's own
    public static AccessTable of(String service, Router router) {
        var open = new Door.Policy.Open();
        return new AccessTable(
                service,
                router,
                OPEN,
                Map.of(
                        "/q/health",
                        open,
                        "/q/openapi",
                        open,
                        "/q/metrics",
                        new Door.Policy.Roles(Set.of("operations.run"))),
                Map.of());
    }

    /// Ways in, as in `POST /v1/surveys/{id}/responses`, that this service opens to anyone beside what all do.
    public AccessTable openTo(String... more) {
        return new AccessTable(
                service,
                router,
                Stream.concat(open.stream(), Arrays.stream(more)).collect(Collectors.toSet()),
                routes,
                own);
    }

    /// A way in to what has the id of a worker: those who may and are not named here see only themselves.
    public AccessTable ownOnly(String door, String... wider) {
        var more = new TreeMap<>(own);
        more.put(door, Set.of(wider));
        return new AccessTable(service, router, open, routes, more);
    }

    /// A way in that no resource serves, and that lets nobody in or leads elsewhere.
    public AccessTable closed(String... paths) {
        var more = new TreeMap<>(routes);
        Arrays.stream(paths).forEach(path -> more.put(path, new Door.Policy.Roles(Set.of())));
        return new AccessTable(service, router, open, more, own);
    }

    public Tried check() {
        List<Door> doors = Stream.concat(Door.all().stream(), plain())
                .sorted(Comparator.comparing(Door::path).thenComparing(Door::method))
                .toList();
        doors.forEach(this::saysWhoMayCome);
        describedIsCoded(doors);
        routedIsKnown();
        written(table(doors));
        callers.put(NOBODY, NONE);
        var issuer = new Tokens(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class));
        for (String role : ROLES) {
            String worker = UUID.randomUUID().toString();
            callers.put(role, new Caller(role, worker, "Bearer " + issuer.of(role, worker)));
        }
        doors.forEach(this::attempt);
        nothingElseIsServed();
        found.assertAll();
        return new Tried(doors.size(), allowed, denied);
    }

    private Stream<Door> plain() {
        return routes.entrySet().stream()
                .map(route -> new Door("GET", route.getKey(), "*/*", route.getValue(), "the router"));
    }

    private void saysWhoMayCome(Door door) {
        found.assertThat(door.policy())
                .as("%s says who may come in, at %s", door, door.place())
                .isNotInstanceOf(Door.Policy.Unsaid.class);
        found.assertThat(!door.isOpen() || open.contains(door.toString()))
                .as("%s is open, and on the list of what is", door)
                .isTrue();
        if (door.policy() instanceof Door.Policy.Roles(var names)) {
            found.assertThat(names).as("the roles of %s", door).isSubsetOf(ROLES);
        }
    }

    /// What callers are told of is there; what is there may be more, as pages are.
    private void describedIsCoded(Collection<Door> doors) {
        Set<String> coded = doors.stream().map(AccessTable::shape).collect(Collectors.toSet());
        Described.all(at("/q/openapi?format=json"))
                .forEach(operation -> found.assertThat(coded)
                        .as("%s of the description", operation)
                        .contains(shape(operation.toString())));
    }

    private static String shape(Object door) {
        return door.toString().replaceAll("\\{[^}]*}", "{}");
    }

    /// Whatever the router serves beside the resources.
    private void routedIsKnown() {
        var unknown = new TreeSet<String>();
        for (Route route : router.getRoutes()) {
            Optional.ofNullable(route.getPath())
                    .filter(path -> routes.keySet().stream().noneMatch(known -> isPart(path, known)))
                    .ifPresent(unknown::add);
        }
        found.assertThat(unknown).as("routes of which nothing is said").isEmpty();
    }

    /// What is served under it, or where it hangs.
    private static boolean isPart(String path, String known) {
        String begin = known.replaceFirst("\\{.*", "");
        return path.startsWith(begin) || (path.endsWith("/") && begin.startsWith(path));
    }

    /// What the framework offers in development. (Its page of health is in no package, and in every test.)
    private void nothingElseIsServed() {
        for (String path : List.of("/q/dev-ui", "/q/swagger-ui", "/q/info", "/q/arc", "/q/arc/beans")) {
            var door = new Door("GET", path, "*/*", new Door.Policy.Roles(Set.of()), "the router");
            found.assertThat(send(door, callers.getOrDefault("operations.run", NONE), path)
                            .join()
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private void written(String table) {
        Path kept = Path.of("..", "docs", "access", service + ".md");
        try {
            if ("write".equals(System.getProperty("refocus.contract"))) {
                Files.createDirectories(kept.getParent());
                Files.writeString(kept, table);
            }
            found.assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                    .as("who may do what, in %s: run with -Drefocus.contract=write", kept)
                    .isEqualTo(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table(List<Door> doors) {
        var text = new StringBuilder("""
                # Who may do what in %s-service

                Told from the code and tried over HTTP, every cell of it, by `AccessTest`: ● is let in, ○ to what is one's own, an
                empty cell is answered 403 with a problem document, and 401 where it stands under *no token*. Being let in is not
                yet being allowed: what a record or a rule says comes after it. A column with a dot in its name is a system that has this
                scope and no other. `-Drefocus.contract=write` writes this page.

                """.formatted(service));
        List<String> columns = Stream.concat(Stream.of(NOBODY), ROLES.stream()).toList();
        text.append(HEADER.formatted(
                String.join(" | ", columns), columns.stream().map(_ -> ":-:").collect(Collectors.joining("|"))));
        doors.stream()
                .collect(Collectors.groupingBy(Door::toString, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, same) -> text.append("| `%s` | %s |%n"
                        .formatted(
                                name,
                                columns.stream()
                                        .map(role -> mark(same.getFirst(), role))
                                        .collect(Collectors.joining(" | ")))));
        return text.toString();
    }

    private static boolean lets(Door door, String role) {
        return role.equals(NOBODY) ? door.isOpen() : door.lets(role);
    }

    private String mark(Door door, String role) {
        if (!lets(door, role)) {
            return " ";
        }
        return isOwnOnly(door, role) ? "○" : "●";
    }

    private boolean isOwnOnly(Door door, String role) {
        return own.containsKey(door.toString())
                && !own.getOrDefault(door.toString(), Set.of()).contains(role);
    }

    /// All roles at once, for it is the waiting that takes time.
    private void attempt(Door door) {
        var answers = new LinkedHashMap<Caller, CompletableFuture<HttpResponse<String>>>();
        for (Caller caller : callers.values()) {
            String id = isOwnOnly(door, caller.role()) ? caller.worker() : Filled.UNKNOWN_ID;
            answers.put(caller, send(door, caller, at(door, id)));
        }
        answers.forEach((caller, answer) -> {
            if (lets(door, caller.role())) {
                allowed(door, caller, answer.join());
            } else {
                denied(door, caller.role(), answer.join());
            }
        });
    }

    private void allowed(Door door, Caller caller, HttpResponse<String> answer) {
        allowed++;
        // Health may be bad, and says so with 503.
        found.assertThat(answer.statusCode())
                .as("%s by %s, who may: %s", door, caller.role(), answer.body())
                .isNotIn(401, 403, 500);
        if (isOwnOnly(door, caller.role())) {
            denied(
                    door,
                    caller.role(),
                    send(door, caller, at(door, Filled.UNKNOWN_ID)).join());
        }
    }

    private void denied(Door door, String role, HttpResponse<String> answer) {
        denied++;
        String what = "%s by %s, who may not".formatted(door, role);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (isPage(door) && role.equals(NOBODY)) {
            found.assertThat(answer.statusCode()).as(what).isEqualTo(302);
            found.assertThat(answer.headers().firstValue("Location"))
                    .as(what)
                    .hasValueSatisfying(to -> assertThat(to).contains("code_challenge="));
            return;
        }
        found.assertThat(answer.statusCode())
                .as("%s: %s", what, answer.body())
                .isEqualTo(role.equals(NOBODY) ? 401 : 403);
        // Outside of the resources the framework asks for a token in its own way, without a body.
        if (!role.equals(NOBODY) || !routes.containsKey(door.path())) {
            found.assertThat(type).as(what).startsWith(isPage(door) ? "text/html" : "application/problem+json");
        }
    }

    /// Shown to a person, who is led to sign in and is told on a page.
    private static boolean isPage(Door door) {
        return door.path().startsWith("/dashboard") || door.path().startsWith("/hub");
    }

    private static String at(Door door, String id) {
        return door.path().replaceAll("\\{[^}]*}", id);
    }

    /// An empty body: what is let in has something else to say, and nothing is recorded.
    private CompletableFuture<HttpResponse<String>> send(Door door, Caller caller, String path) {
        var request = HttpRequest.newBuilder(at(path))
                .method(door.method(), BodyPublishers.noBody())
                .header("Accept", door.accept())
                .header("Content-Type", "application/json");
        if (!caller.authorization().isEmpty()) {
            request.header("Authorization", caller.authorization());
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static URI at(String path) {
        return URI.create("%s:%d%s".formatted(RestAssured.baseURI, RestAssured.port, path));
    }
}
