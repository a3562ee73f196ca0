package refocus.eventsourcing.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import refocus.eventsourcing.audit.Chain.Link;
import refocus.eventsourcing.personal.KeyedHash;

/// Whether the access records of one service are what was written: every chain is walked under the key and held
/// against what was published of it.
public final class Verification {

    /// What has happened to rows of a chain.
    public enum Kind {
        /// A row does not say what it said when it was published.
        CHANGED,
        /// Rows are gone from the middle of a chain.
        REMOVED,
        /// A row that no writer with the key has put there.
        INSERTED,
        /// Rows are gone from the end of a chain.
        TRUNCATED
    }

    /// Rows `from` to `to` of one chain, in their numbers.
    public record Finding(Kind kind, UUID writer, long from, long to) {}

    /// What was looked at, and what does not fit.
    ///
    /// @param waiting rows that fit and are not published yet
    public record Verdict(long chains, long rows, long published, long waiting, List<Finding> findings) {}

    private static final String ROWS = """
            select writer, seq, id, subject, what, basis, reason, results, actor, account, client, roles, correlation,
                   occurred_at, mac
            from access_record
            order by writer, seq""";
    private static final int FETCH = 1000;

    private final KeyedHash hash;
    private final Map<UUID, NavigableMap<Long, Published.Row>> published;
    private final List<Finding> findings = new ArrayList<>();
    private final long publishedRows;
    private long chains;
    private long rows;
    private long waiting;

    private Verification(Published published, KeyedHash hash) {
        this.hash = hash;
        this.published = published.chains();
        this.publishedRows = published.rows();
    }

    /// Looks at everything there is. Nothing is written, and the service may be at work.
    ///
    /// @param hash under the key for [Chain#PURPOSE]
    public static Verdict of(String service, Connection database, Map<String, Object> kafka, KeyedHash hash)
            throws SQLException {
        // The topic first: what was published was committed before, so the rows read after must have it.
        var verification = new Verification(Published.of(service, kafka, hash), hash);
        verification.walk(database);
        return verification.verdict();
    }

    /// The purpose of the key that chains are made under.
    public static String purpose() {
        return Chain.PURPOSE;
    }

    private Verdict verdict() {
        return new Verdict(chains, rows, publishedRows, waiting, List.copyOf(findings));
    }

    private void walk(Connection database) throws SQLException {
        List<Link> chain = new ArrayList<>();
        each(database, link -> {
            if (!chain.isEmpty() && !chain.getLast().writer().equals(link.writer())) {
                judge(chain);
                chain.clear();
            }
            chain.add(link);
        });
        if (!chain.isEmpty()) {
            judge(chain);
        }
        // What is left has no row at all.
        published.forEach((writer, whole) -> {
            chains++;
            findings.add(new Finding(Kind.TRUNCATED, writer, 1, whole.lastKey()));
        });
    }

    /// All rows, chain by chain.
    static List<Link> links(Connection database) throws SQLException {
        List<Link> links = new ArrayList<>();
        each(database, links::add);
        return links;
    }

    private static void each(Connection database, Consumer<Link> take) throws SQLException {
        if (!isThere(database)) {
            return;
        }
        // Only within a transaction are rows fetched in portions.
        database.setAutoCommit(false);
        try (var select = database.prepareStatement(ROWS)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    take.accept(link(row));
                }
            }
        }
        database.rollback();
    }

    /// Where the table is gone, so are all its rows.
    private static boolean isThere(Connection database) throws SQLException {
        try (var select = database.prepareStatement("select to_regclass('access_record') is not null");
                ResultSet answer = select.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void judge(List<Link> chain) {
        UUID writer = chain.getFirst().writer();
        NavigableMap<Long, Published.Row> witness =
                Optional.ofNullable(published.remove(writer)).orElseGet(TreeMap::new);
        var missing = new TreeMap<>(witness);
        Map<UUID, Published.Row> byId = new HashMap<>();
        witness.values().forEach(row -> byId.put(row.id(), row));
        long last = witness.isEmpty() ? 0 : witness.lastKey();
        Chain before = Chain.of(writer);
        chains++;
        for (Link link : chain) {
            rows++;
            Published.Row row = byId.get(link.access().id());
            if (row != null) {
                missing.remove(row.seq());
                judge(link, row, witness);
            } else if (link.seq() <= last) {
                found(Kind.INSERTED, link);
            } else {
                judgeUnpublished(link, last > 0 && before.seq() <= last ? head(writer, witness) : before);
            }
            before = before.after(link);
        }
        goneFromBoth(chain, witness);
        long reached = before.seq();
        runs(missing)
                .forEach((from, to) -> findings.add(
                        new Finding(to == last && reached < from ? Kind.TRUNCATED : Kind.REMOVED, writer, from, to)));
    }

    /// Numbers that neither has any more, below one that was published.
    private void goneFromBoth(List<Link> chain, NavigableMap<Long, Published.Row> witness) {
        if (witness.isEmpty() || witness.size() == witness.lastKey()) {
            return;
        }
        var gone = new TreeMap<Long, Long>();
        for (long seq = 1; seq < witness.lastKey(); seq++) {
            gone.put(seq, seq);
        }
        gone.keySet().removeAll(witness.keySet());
        chain.forEach(link -> gone.remove(link.seq()));
        UUID writer = chain.getFirst().writer();
        runs(gone).forEach((from, to) -> findings.add(new Finding(Kind.REMOVED, writer, from, to)));
    }

    /// Held against the one published before it, so that one bad row accuses no other.
    private void judge(Link link, Published.Row row, NavigableMap<Long, Published.Row> witness) {
        boolean fits = Published.before(link.writer(), witness, row.seq())
                .map(before -> before.mac(link.access(), hash).equals(row.mac()))
                .orElse(true);
        if (!row.genuine()) {
            found(Kind.INSERTED, link);
        } else if (link.seq() != row.seq() || !link.mac().equals(row.mac()) || !fits) {
            found(Kind.CHANGED, link);
        }
    }

    private void judgeUnpublished(Link link, Chain before) {
        if (link.seq() > before.seq() + 1) {
            findings.add(new Finding(Kind.REMOVED, link.writer(), before.seq() + 1, link.seq() - 1));
        } else if (before.mac(link.access(), hash).equals(link.mac())) {
            waiting++;
        } else {
            found(Kind.INSERTED, link);
        }
    }

    private static Chain head(UUID writer, NavigableMap<Long, Published.Row> witness) {
        return new Chain(
                writer, witness.lastKey(), witness.lastEntry().getValue().mac());
    }

    private void found(Kind kind, Link link) {
        findings.add(new Finding(kind, link.writer(), link.seq(), link.seq()));
    }

    /// The numbers in runs without a gap: each from, and its to.
    private static Map<Long, Long> runs(NavigableMap<Long, ?> numbers) {
        var runs = new TreeMap<Long, Long>();
        for (long number : numbers.keySet()) {
            if (!runs.isEmpty() && runs.lastEntry().getValue() == number - 1) {
                runs.put(runs.lastKey(), number);
            } else {
                runs.put(number, number);
            }
        }
        return runs;
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getObject("writer", UUID.class),
                row.getLong("seq"),
                new Access(
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getString("what"),
                        row.getString("basis"),
                        Optional.ofNullable(row.getString("reason")),
                        row.getInt("results"),
                        row.getString("actor"),
                        row.getString("account"),
                        row.getString("client"),
                        row.getString("roles"),
                        row.getObject("correlation", UUID.class),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
                row.getString("mac"));
    }
}
