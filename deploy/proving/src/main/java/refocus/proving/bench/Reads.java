package refocus.proving.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import refocus.proving.bench.Wrk.Request;
import refocus.proving.stand.Api;
import refocus.proving.stand.Stand;

/// Reads of one record through HTTP that are put on record before they are answered, each round beside reads that are
/// not: a worker, and a resource of the hub. Both are the state of one stream of the same service.
final class Reads {

    /// The ratio of the two, in one round.
    static final String RATIO = "ratio: reads on record to reads that are not, 64 clients";

    private static final int RECORDS = 100;
    private static final String WORKER = """
            {"name": "Someone Measured", "role": "practitioner", "fte": 1, "startsOn": "2020-05-01"}""";
    private static final String RESOURCE = """
            {"title": {"en": "Feelings cards", "cy": "Cardiau teimladau"},
             "summary": {"en": "For talking at home", "cy": "Ar gyfer siarad yn y tŷ"}, "topics": ["DIRECT_WORK"],
             "reviewBy": "2036-01-31"}""";

    private final Stand stand;
    private final Wrk wrk;
    private final Sheet sheet;
    private final String service;
    private final String officer;
    private final String manager;
    private final List<String> workers = new ArrayList<>();
    private final List<String> resources = new ArrayList<>();
    private final int seconds;

    Reads(Stand stand, Wrk wrk, Sheet sheet, Api api, String service, int seconds)
            throws IOException, InterruptedException {
        this.stand = stand;
        this.wrk = wrk;
        this.sheet = sheet;
        this.service = service;
        this.officer = api.token("hr-officer");
        this.manager = api.token("team-manager");
        this.seconds = seconds;
        for (int i = 0; i < RECORDS; i++) {
            workers.add(api.make(service + "/v1/workers", "hr-officer", WORKER).id());
            resources.add(api.make(service + "/v1/resources", "team-manager", RESOURCE)
                    .id());
        }
    }

    /// As many as make the compiler know its work; not kept.
    void warmUp() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            wrk.run(worker(), workers, 64, seconds);
            wrk.run(resource(), resources, 64, seconds);
        }
    }

    void round(int clients) throws IOException, InterruptedException, SQLException {
        double free = run("reads: not on record, %d clients".formatted(clients), resource(), resources, clients, false);
        double kept = run("reads: on record, %d clients".formatted(clients), worker(), workers, clients, true);
        if (clients == 64) {
            sheet.add(RATIO, "x", kept / free);
        }
    }

    private double run(String name, Request request, List<String> ids, int clients, boolean kept)
            throws IOException, InterruptedException, SQLException {
        long before = rows();
        var seen = wrk.run(request, ids, clients, seconds);
        sheet.add(name, "reads/s", seen.perSecond());
        sheet.add(name + ", p99", "ms", seen.p99Millis());
        if (seen.refused() > 0 || seen.broken() > 0) {
            sheet.wrong("%s: %d refused, %d broken".formatted(name, seen.refused(), seen.broken()));
        }
        long put = rows() - before;
        // Each answer has its row; what was under way when the clients left may have one too.
        if (kept ? put < seen.acknowledged() : put > 0) {
            sheet.wrong("%s: %d answers and %d access records".formatted(name, seen.acknowledged(), put));
        }
        return seen.perSecond();
    }

    private Request worker() {
        return new Request(service, officer, "/v1/workers/ID", "", false);
    }

    private Request resource() {
        return new Request(service, manager, "/v1/resources/ID", "", false);
    }

    private long rows() throws SQLException {
        try (var connection = stand.connect("staff");
                var count = connection.createStatement();
                var row = count.executeQuery("select count(*) from access_record")) {
            row.next();
            return row.getLong(1);
        }
    }
}
