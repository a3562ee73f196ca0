package refocus.proving.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.stand.Api;

/// Builds every view of a service again from zero, without a fault, and has the service compare the two row by row.
///
/// A build that differs from the one that serves is set aside by the service, and audited.
///
/// @param begun the builds that served when it was asked for
record Rebuilding(Api api, String service, Connection database, List<Rebuilding.Build> begun) {

    record Build(String projection, long number) {}

    /// Asks for it; services build at the same time.
    static Rebuilding begin(Api api, String service, Connection database, Findings findings)
            throws IOException, InterruptedException {
        var begun = new ArrayList<Build>();
        for (var build : builds(api, service)) {
            var path = "%s/v1/operations/projections/%s/rebuild".formatted(service, build.projection());
            var answer = api.post(path, "system", "{\"reason\": \"to compare it with one that no fault has struck\"}");
            // A reaction has nothing to build.
            if (answer.status() == 202) {
                begun.add(build);
            } else if (answer.status() != 409) {
                findings.add(Kind.VIEW, "%s cannot be rebuilt: %s".formatted(build.projection(), answer.body()));
            }
        }
        return new Rebuilding(api, service, database, List.copyOf(begun));
    }

    /// Waits until each has been built and compared, or patience runs out.
    void await(Duration patience, Findings findings) throws IOException, InterruptedException, SQLException {
        for (var build : begun) {
            await(build, patience, findings);
        }
    }

    private void await(Build before, Duration patience, Findings findings)
            throws IOException, InterruptedException, SQLException {
        var until = Instant.now().plus(patience);
        while (true) {
            var now = builds(api, service).stream()
                    .filter(build -> build.projection().equals(before.projection()))
                    .findFirst();
            if (now.filter(build -> build.number() > before.number()).isPresent()) {
                return;
            }
            var why = setAside(before.projection());
            if (why.isPresent()) {
                findings.add(Kind.VIEW, "%s differs from a clean build: %s".formatted(before.projection(), why.get()));
                return;
            }
            if (Instant.now().isAfter(until)) {
                findings.add(Kind.STUCK, before.projection() + " is not built again");
                return;
            }
            Thread.sleep(200);
        }
    }

    private static List<Build> builds(Api api, String service) throws IOException, InterruptedException {
        var serving = new ArrayList<Build>();
        var answer = api.get(service + "/v1/operations/projections", "system", Optional.empty());
        for (var build : answer.body().path("items")) {
            if (build.path("state").asText().equals("SERVING")) {
                serving.add(new Build(
                        build.path("projection").asText(), build.path("build").asLong()));
            }
        }
        return serving;
    }

    private Optional<String> setAside(String projection) throws SQLException {
        try (var select = database.prepareStatement(
                "select reason from projections.audit where projection = ? and act = 'SET_ASIDE'")) {
            select.setString(1, projection);
            var row = select.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
