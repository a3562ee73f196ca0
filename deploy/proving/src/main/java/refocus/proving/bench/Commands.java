package refocus.proving.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import refocus.proving.bench.Wrk.Request;
import refocus.proving.bench.Wrk.Seen;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// Commands through HTTP at several numbers of clients, beside the floor of the same round.
///
/// After each round the rows in the log are counted: all that was acknowledged is there, and no more than what was
/// under way when the clients left.
final class Commands {

    private static final int POOL = 5_000;
    private static final String SESSION = """
            {"minutes": 50, "mode": "IN_PERSON", "seenAlone": true,
             "summary": "We built a den and talked about the new school."}""";
    private static final String REPORT = """
            {"children": ["ID"], "source": "SCHOOL", "reasons": ["NEGLECT"], "urgency": "ROUTINE",
             "text": "Often without a coat or lunch; says that nobody is at home in the evening."}""";

    private final Stand stand;
    private final Wrk wrk;
    private final Sheet sheet;
    private final Families families;
    private final String service;
    private final String duty;
    private final String practitioner;
    private final int seconds;
    private final Quiet quiet;

    /// Waits until all that follows the log has caught up, so that commands are measured and not what was before them.
    interface Quiet {
        void await() throws IOException, InterruptedException, SQLException;
    }

    /// @param service the address of the instance that commands go to
    Commands(Course course, Stand stand, Families families, String service, Quiet quiet) {
        this.stand = stand;
        this.wrk = course.wrk(stand);
        this.sheet = course.sheet();
        this.families = families;
        this.service = service;
        this.duty = stand.tokens().of("duty", UUID.randomUUID().toString());
        this.practitioner = stand.tokens().of("practitioner", UUID.randomUUID().toString());
        this.seconds = course.seconds();
        this.quiet = quiet;
    }

    /// One round of every command with so many clients.
    ///
    /// @param state whether what follows the log is paused or running
    void round(String state, int clients) throws IOException, InterruptedException, SQLException {
        session(state, clients, true, cases());
        run(
                "%s: referral (new stream), %d clients".formatted(state, clients),
                "referral-received",
                referral(),
                children(),
                clients);
        run(
                "%s: direct work on one hot stream, %d clients".formatted(state, clients),
                "direct-work-held",
                session(true),
                hot(),
                clients);
    }

    /// As long as the compiler still makes it faster, for ten rounds at most, and then the other commands; not kept.
    void warmUp() throws IOException, InterruptedException, SQLException {
        var ids = cases();
        double before = 0;
        for (int round = 0; round < 10; round++) {
            double now = wrk.run(session(true), ids, 64, seconds).perSecond();
            if (round > 3 && now < before * 1.05) {
                break;
            }
            before = Math.max(before, now);
        }
        for (int round = 0; round < 2; round++) {
            wrk.run(referral(), children(), 64, seconds);
            wrk.run(session(true), hot(), 64, seconds);
        }
    }

    private Request session(boolean keyed) {
        return new Request(service, practitioner, "/v1/cases/ID/direct-work", SESSION, keyed);
    }

    private Request referral() {
        return new Request(service, duty, "/v1/referrals", REPORT, true);
    }

    private List<String> children() {
        return families.children().stream().map(UUID::toString).toList();
    }

    private List<String> hot() throws SQLException {
        return new History(stand).cases(1, 2, 1);
    }

    /// Many new streams of five events.
    List<String> cases() throws SQLException {
        return new History(stand).cases(POOL, 5, POOL);
    }

    /// Sessions on many streams of five events.
    double session(String state, int clients, boolean keyed, List<String> cases)
            throws IOException, InterruptedException, SQLException {
        return run(
                        "%s: direct work on streams of 5%s, %d clients"
                                .formatted(state, keyed ? "" : " without a key", clients),
                        "direct-work-held",
                        session(keyed),
                        cases,
                        clients)
                .perSecond();
    }

    /// Sessions on streams of so many events.
    void onStreamsOf(int events, int streams) throws IOException, InterruptedException, SQLException {
        run(
                "growth: direct work on streams of %,d, 8 clients".formatted(events),
                "direct-work-held",
                session(true),
                new History(stand).cases(streams, events, streams),
                8);
    }

    private Seen run(String name, String type, Request request, List<String> ids, int clients)
            throws IOException, InterruptedException, SQLException {
        quiet.await();
        try (var connection = stand.connect("case")) {
            var since = History.horizon(connection);
            var seen = wrk.run(request, ids, clients, seconds);
            sheet.add(name, "commands/s", seen.perSecond());
            sheet.add(name + ", p50", "ms", seen.p50Millis());
            sheet.add(name + ", p99", "ms", seen.p99Millis());
            if (seen.refused() > 0 || seen.broken() > 0) {
                sheet.wrong("%s: %d refused, %d broken".formatted(name, seen.refused(), seen.broken()));
            }
            // What is under way when the clients leave may still be recorded, at most one for each.
            Thread.sleep(200);
            long rows = rows(connection, since, type);
            sheet.add(name + ", rows beyond the acknowledged", "rows", (double) (rows - seen.acknowledged()));
            if (rows < seen.acknowledged() || rows > seen.acknowledged() + clients) {
                sheet.wrong("%s: %d acknowledged and %d rows".formatted(name, seen.acknowledged(), rows));
            }
            return seen;
        }
    }

    private static long rows(java.sql.Connection connection, String since, String type) throws SQLException {
        try (var count =
                connection.prepareStatement("select count(*) from event where tx >= ?::text::xid8 and type = ?")) {
            count.setString(1, since);
            count.setString(2, type);
            var row = count.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
