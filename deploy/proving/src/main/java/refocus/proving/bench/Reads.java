package refocus.proving.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import refocus.local.Service;
import refocus.proving.bench.Wrk.Request;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// Reads of one record through HTTP, each put on record before it is answered; beside them, in each round, the same
/// reads of the same records without that, by an instance of the service that [Unrecorded] keeps from it.
final class Reads {

    private static final List<Integer> CLIENTS = List.of(8, 64);
    private static final int RECORDS = 100;
    private static final String WORKER = """
            {"name": "Someone Measured", "role": "practitioner", "fte": 1, "startsOn": "2020-05-01"}""";

    /// What is read.
    ///
    /// @param of whose record, as figures name it
    /// @param by the reader's role
    private record Records(String of, Service service, String by, String path, List<String> ids) {}

    private final Stand stand;
    private final Wrk wrk;
    private final Sheet sheet;
    private final Api api;
    private final int seconds;
    private final List<Records> all;

    static void measure(Course course) throws Exception {
        try (var stand = course.stand("reads")) {
            stand.startServers(stand.ports().kafka());
            var reads = new Reads(course, stand);
            course.progress().say("warming up");
            reads.warmUp();
            for (int round = 0; round < course.rounds(); round++) {
                for (int clients : CLIENTS) {
                    reads.round(clients);
                }
            }
        }
    }

    private Reads(Course course, Stand stand) throws IOException, InterruptedException {
        this.stand = stand;
        this.wrk = course.wrk(stand);
        this.sheet = course.sheet();
        this.api = new Api(stand.tokens(), UUID.randomUUID());
        this.seconds = course.seconds();
        start(Service.CASE);
        start(Service.STAFF);
        this.all = List.of(
                new Records("child", Service.CASE, "duty", "/v1/children/ID", children()),
                new Records("worker", Service.STAFF, "hr-officer", "/v1/workers/ID", workers()));
    }

    /// The ratio of the two, in one round.
    static String ratio(String of) {
        return "ratio: a %s's record, on record to not, 64 clients".formatted(of);
    }

    /// As many as make the compiler know its work; not kept.
    private void warmUp() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            for (Records records : all) {
                wrk.run(request(records, stand.programs().url(records.service())), records.ids(), 64, seconds);
                wrk.run(request(records, unrecorded(records.service())), records.ids(), 64, seconds);
            }
        }
    }

    private void round(int clients) throws IOException, InterruptedException, SQLException {
        for (Records records : all) {
            double not = run(records, unrecorded(records.service()), clients, false);
            double put = run(records, stand.programs().url(records.service()), clients, true);
            if (clients == 64) {
                sheet.add(ratio(records.of()), "x", put / not);
            }
        }
    }

    private double run(Records records, String instance, int clients, boolean kept)
            throws IOException, InterruptedException, SQLException {
        var name = "reads: a %s's record, %s, %d clients"
                .formatted(records.of(), kept ? "on record" : "not on record", clients);
        long before = rows(records.service());
        var seen = wrk.run(request(records, instance), records.ids(), clients, seconds);
        sheet.add(name, "reads/s", seen.perSecond());
        sheet.add(name + ", p99", "ms", seen.p99Millis());
        if (seen.refused() > 0 || seen.broken() > 0) {
            sheet.wrong("%s: %d refused, %d broken".formatted(name, seen.refused(), seen.broken()));
        }
        long put = rows(records.service()) - before;
        // Each answer has its row; what was under way when the clients left may have one too.
        if (kept ? put < seen.acknowledged() : put > 0) {
            sheet.wrong("%s: %d answers and %d access records".formatted(name, seen.acknowledged(), put));
        }
        return seen.perSecond();
    }

    private List<String> children() throws IOException, InterruptedException {
        return Families.make(api, stand.programs().url(Service.CASE), RECORDS).children().stream()
                .map(UUID::toString)
                .toList();
    }

    private List<String> workers() throws IOException, InterruptedException {
        var workers = new ArrayList<String>();
        for (int i = 0; i < RECORDS; i++) {
            workers.add(api.make(stand.programs().url(Service.STAFF) + "/v1/workers", "hr-officer", WORKER)
                    .id());
        }
        return workers;
    }

    private Request request(Records records, String instance) {
        return new Request(instance, api.token(records.by()), records.path(), "", false);
    }

    /// Starts both instances, first the one that leads what the service publishes.
    private void start(Service service) throws IOException, InterruptedException {
        stand.start(service, Stand.PRODUCTION);
        var flags = new ArrayList<>(Stand.PRODUCTION);
        flags.add(Unrecorded.flag(stand.directory()));
        stand.startSecond(service, service.title() + "-unrecorded", flags);
    }

    private String unrecorded(Service service) {
        return stand.urlOfSecond(service);
    }

    private long rows(Service service) throws SQLException {
        try (var connection = stand.connect(service.title());
                var count = connection.createStatement();
                var row = count.executeQuery("select count(*) from access_record")) {
            row.next();
            return row.getLong(1);
        }
    }
}
