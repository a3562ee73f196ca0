package refocus.eventsourcing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import refocus.eventsourcing.log.LogTail;

/// One term of leadership, from fencing whoever led before to the first error.
///
/// The events of a batch and the position after them are sent in **one Kafka transaction**: readers of committed
/// records see each event once, and a leader that dies between any two steps leaves either both or neither. A leader
/// that was frozen and wakes up is fenced: its transaction cannot commit.
final class Term implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Term.class);
    static final int BATCH = 4000;
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Publication publication;
    private final LogTail tail;
    private final Transactions transactions;
    private final Loss loss;
    private final List<Long> ends;

    private Position position;
    private Instant marked = Instant.EPOCH;
    private boolean unmarked;

    /// Fences the leader before, then takes up the position it left.
    ///
    /// @throws CannotRelay where log and topic do not belong together
    Term(Publication publication, Connection log, Map<String, Object> kafka) throws SQLException {
        this.publication = publication;
        this.tail = new LogTail(log, publication.rows());
        var positions = new PositionTopic(kafka, publication);
        this.transactions = new Transactions(publication, kafka, positions);
        try {
            var topic = new EventsTopic(kafka, publication);
            this.ends = topic.ends();
            this.loss = new Loss(publication, topic, log);
            Position own = positions.last().orElse(Position.START);
            mustBelongTogether(log, own);
            Position left = loss.found(own.losing(lost(topic, own)), ends);
            LOG.infof("publishing to %s from transaction %d", publication.topic(), left.tx());
            this.position = transactions.commit(List.of(), left.reaching(ends));
        } catch (RuntimeException | SQLException failure) {
            transactions.close();
            throw failure;
        }
    }

    /// The partitions that lack events, until they are mended.
    Set<Integer> lost() {
        return position.lost();
    }

    /// Publishes again what is lost.
    ///
    /// @return how many events
    int mend() throws SQLException {
        int again = loss.mend(position, ends, transactions);
        position = transactions.commit(List.of(), position.mended());
        return again;
    }

    /// Publishes what is new, if anything is.
    ///
    /// @return how many events
    int publish() throws SQLException {
        List<LogTail.Entry> entries = tail.after(position.tx(), position.pos(), BATCH);
        Instant through = tail.through();
        boolean mark = entries.size() < BATCH && due(through);
        if (entries.isEmpty() && !mark) {
            return 0;
        }
        Position next = entries.isEmpty()
                ? position
                : position.at(entries.getLast().place(), entries.getLast().id());
        var records = new ArrayList<>(CloudEvent.all(publication, entries));
        if (mark) {
            next = next.through(through);
            // In a shared topic a watermark would speak for all who publish to it.
            for (int partition = 0; partition < ends.size() && !publication.shared(); partition++) {
                records.add(CloudEvent.watermark(publication, partition, through.toString()));
            }
        }
        position = transactions.commit(records, next);
        unmarked = mark ? false : unmarked || !entries.isEmpty();
        marked = mark ? Instant.now() : marked;
        return entries.size();
    }

    /// Everything recorded up to then has been published.
    Instant through() {
        return position.through();
    }

    @Override
    public void close() {
        transactions.close();
    }

    private Set<Integer> lost(EventsTopic topic, Position left) {
        if (left.reached().size() > ends.size()) {
            throw new CannotRelay("%s has %d partitions and had %d: streams would change theirs"
                    .formatted(publication.topic(), ends.size(), left.reached().size()));
        }
        var lost = new HashSet<>(left.lost());
        lost.addAll(topic.lacking(left.last(), ends));
        return lost;
    }

    private boolean due(Instant through) {
        Duration since = Duration.between(marked, Instant.now());
        return through.isAfter(position.through()) && since.compareTo(unmarked ? BUSY : IDLE) >= 0;
    }

    /// A log restored to an earlier point, or into another cluster, is not the log that was published.
    private void mustBelongTogether(Connection log, Position left) throws SQLException {
        try (PreparedStatement select = log.prepareStatement("""
                select exists (select from %1$s e where e.tx = ?::text::xid8 and e.pos = ? and e.event_id = ?),
                       exists (select from %1$s e where e.tx >= pg_snapshot_xmax(pg_current_snapshot()))""".formatted(publication.rows()))) {
            select.setString(1, Long.toString(left.tx()));
            select.setLong(2, left.pos());
            select.setObject(3, left.event());
            try (ResultSet answer = select.executeQuery()) {
                answer.next();
                if (left.tx() > 0 && !answer.getBoolean(1)) {
                    throw new CannotRelay(
                            "the event last published (%s) is not in the log: was the log restored to an earlier point?"
                                    .formatted(left.event()));
                }
                if (answer.getBoolean(2)) {
                    throw new CannotRelay("the log holds transactions this database cluster has not reached:"
                            + " was it restored from a dump of another?");
                }
            }
        }
    }
}
