package refocus.proving.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import refocus.local.Service;
import refocus.proving.stand.Api;
import refocus.proving.stand.Stand;

/// What follows the log, each alone: the relay over a backlog, a projection built from zero.
record Following(Stand stand, Sheet sheet, Api api) {

    static final String RELAY = "relay alone";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// How fast a backlog is published, in as many rounds as it has parts.
    ///
    /// Case-service must have begun to relay a moment ago. What it publishes first is not counted, for it was not
    /// warm, nor the very last, for a little was published before it began.
    void relay() throws IOException, InterruptedException, SQLException {
        double backlog = events();
        double from = backlog / 10;
        double part = (backlog * 0.95 - from) / ROUNDS;
        awaitPublished(from);
        for (int round = 0; round < ROUNDS; round++) {
            double before = published();
            long began = System.nanoTime();
            awaitPublished(from + (round + 1) * part);
            sheet.add(RELAY, "events/s", (published() - before) / ((System.nanoTime() - began) / 1e9));
        }
    }

    private long events() throws SQLException {
        try (var connection = stand.connect("case");
                var select = connection.createStatement();
                var row = select.executeQuery("select count(*) from event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void awaitPublished(double wanted) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (published() < wanted) {
            if (Instant.now().isAfter(until)) {
                throw new IOException("the relay does not get on: %,.0f of %,.0f".formatted(published(), wanted));
            }
            Thread.sleep(20);
        }
    }

    private double published() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stand.programs().url(Service.CASE) + "/q/metrics"))
                .header("Authorization", "Bearer " + api.token("system"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("refocus_relay_published_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /// Builds a projection from zero, as an operator would.
    ///
    /// @return events of the log a second; empty for a reaction, of which nothing can be built
    OptionalDouble rebuild(Service service, String projection) throws IOException, InterruptedException, SQLException {
        double events = events();
        var path = "%s/v1/operations/projections/%s/rebuild"
                .formatted(stand.programs().url(service), projection);
        long before = build(service, projection);
        if (api.post(path, "system", "{\"reason\": \"to see how long it takes\"}")
                        .status()
                == 409) {
            return OptionalDouble.empty();
        }
        long began = System.nanoTime();
        awaitBuild(service, projection, before);
        double perSecond = events / ((System.nanoTime() - began) / 1e9);
        sheet.add("rebuild alone: %s %s".formatted(service.title(), projection), "events/s", perSecond);
        return OptionalDouble.of(perSecond);
    }

    List<String> projections(Service service) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        for (var build : builds(service).body().path("items")) {
            names.add(build.path("projection").asText());
        }
        return names.stream().distinct().toList();
    }

    private long build(Service service, String projection) throws IOException, InterruptedException {
        for (var build : builds(service).body().path("items")) {
            if (build.path("projection").asText().equals(projection)
                    && build.path("state").asText().equals("SERVING")) {
                return build.path("build").asLong();
            }
        }
        return 0;
    }

    private void awaitBuild(Service service, String projection, long before) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (build(service, projection) <= before) {
            if (Instant.now().isAfter(until)) {
                sheet.wrong("%s is not built again".formatted(projection));
                return;
            }
            Thread.sleep(50);
        }
    }

    /// Waits until everything recorded is in every view of the services, and what their reactions record because of it
    /// too: for as long as they get on.
    void settle(List<Service> services) throws IOException, InterruptedException, SQLException {
        double before;
        do {
            before = events();
            var recorded = Instant.now();
            for (var service : services) {
                if (!reached(service, recorded)) {
                    sheet.wrong(service.title() + " does not catch up");
                    return;
                }
            }
        } while (events() > before);
    }

    private boolean reached(Service service, Instant recorded) throws IOException, InterruptedException {
        var before = Instant.EPOCH;
        var until = Instant.now().plus(PATIENCE);
        for (var now = through(service); now.isBefore(recorded); now = through(service)) {
            if (now.isAfter(before)) {
                before = now;
                until = Instant.now().plus(PATIENCE);
            } else if (Instant.now().isAfter(until)) {
                return false;
            }
            Thread.sleep(200);
        }
        return true;
    }

    /// How far the view is that is furthest behind. One that has never heard how far its topic is complete listens to a
    /// service that does not run here.
    private Instant through(Service service) throws IOException, InterruptedException {
        return builds(service)
                .body()
                .path("items")
                .valueStream()
                .map(build -> Instant.parse(build.path("through").asText()))
                .filter(through -> through.isAfter(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /// A service with its hands full may answer late; it is asked again.
    private Api.Answer builds(Service service) throws IOException, InterruptedException {
        var url = stand.programs().url(service) + "/v1/operations/projections";
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return api.get(url, "system", Optional.empty());
            } catch (HttpTimeoutException late) {
                if (Instant.now().isAfter(until)) {
                    throw late;
                }
            }
        }
    }
}
