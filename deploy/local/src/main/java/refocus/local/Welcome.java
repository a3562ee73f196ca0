package refocus.local;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What whoever started the system sees when all of it is ready: addresses, tokens, and three lines to try.
record Welcome(Options options, Ports ports, Programs programs) {

    private static final List<String> ROLES = List.of("duty", "practitioner", "team-manager", "analyst");

    String text() throws IOException {
        return """

                Refocus is running. Ctrl-C stops it; the data stays in %s.

                %s

                The dashboard, in a browser (%s):

                  %s/dashboard

                Tokens, good for eight hours (%s gives more, for any role and worker):

                %s

                To try, in another terminal:

                %s
                """.formatted(
                        options.home(),
                        addresses(),
                        programs.howToSignIn(),
                        programs.url(Service.REPORTING),
                        token("ROLE"),
                        tokens(),
                        lines());
    }

    private String addresses() {
        var services = Stream.of(Service.values())
                .map(service -> "  %-12s %s".formatted(service.title(), programs.url(service)));
        var servers = Stream.of(
                "  %-12s %s".formatted("identity", programs.issuerUrl()),
                "  %-12s psql -h localhost -p %d -U postgres case".formatted("PostgreSQL", ports.postgres()),
                "  %-12s %s".formatted("Kafka", programs.kafkaAddress()));
        return Stream.concat(services, servers).collect(Collectors.joining("\n"));
    }

    private String tokens() throws IOException {
        var desk = programs.desk();
        return ROLES.stream()
                .map(role -> "  %-12s %s".formatted(role, desk.token(role)))
                .collect(Collectors.joining("\n\n"));
    }

    private String lines() {
        return String.join(
                "\n",
                curl("analyst", programs.url(Service.REPORTING) + "/v1/reports"),
                curl(
                        "analyst",
                        programs.url(Service.REPORTING)
                                + "/v1/reports/direct-work-share?from=$(($(date +%Y) - 1))-01-01&to=$(date +%F)&by=quarter"),
                curl("team-manager", programs.url(Service.CASE) + "/v1/cases?status=OPEN&limit=3"));
    }

    private String curl(String role, String url) {
        return "  curl -s -H \"Authorization: Bearer $(%s)\" \"%s\"".formatted(token(role), url);
    }

    private String token(String role) {
        var elsewhere = options.home().equals(options.source().resolve(".refocus")) ? "" : " --data " + options.home();
        return "./refocus token " + role + elsewhere;
    }
}
