package refocus.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.log.LogTail.Place;

/// What a broker has lost of what it had acknowledged; the log has it all, and it is published again.
///
/// A partition holds a beginning of what was published to it, in order: what comes after its last event is missing.
/// Readers keep their places. The partition is first filled up beyond where it had ended, so that no place comes to
/// stand for another record than it did; an event that a reader has had comes again with a version it knows.
///
/// Cut off anywhere, mending begins again behind the last event there is.
final class Loss {

    private static final Logger LOG = Logger.getLogger(Loss.class);

    /// More than may have been sent behind the last position: one transaction, and what ended it.
    private static final long BEYOND = 2L * Term.BATCH;

    /// Takes the missing events of one look at the log.
    private interface Missing {
        void take(List<LogTail.Entry> events);
    }

    private final Publication publication;
    private final EventsTopic topic;
    private final Connection log;

    Loss(Publication publication, EventsTopic topic, Connection log) {
        this.publication = publication;
        this.topic = topic;
        this.log = log;
    }

    /// The position that the topic itself tells, where it holds events behind the relay's own: that one is lost, or its
    /// end is. What is missing before it is lost as well.
    ///
    /// @throws CannotRelay where there is no position and events are lost: nobody knows how far readers have come
    Position found(Position own, List<Long> ends) throws SQLException {
        Position found = own;
        for (int partition = 0; partition < ends.size(); partition++) {
            long beyond = own.reached().getOrDefault(partition, -1L) + 1;
            // Behind the last record there is what committed it, and nothing else.
            if (beyond < ends.get(partition) && !own.lost().contains(partition)) {
                Optional<EventsTopic.Sent> sent = topic.last(partition, beyond, ends.get(partition));
                Place place = place(sent);
                if (place.compareTo(found.place()) > 0) {
                    found = found.at(place, sent.orElseThrow().id());
                }
            }
        }
        return found.equals(own) ? own : withMissing(own, found, ends);
    }

    private Position withMissing(Position own, Position found, List<Long> ends) throws SQLException {
        Map<Integer, Long> missing = new HashMap<>();
        eachMissing(found.losing(all(ends)), ends, events -> {
            for (LogTail.Entry event : events) {
                missing.merge(CloudEvent.partition(event.stream(), ends.size()), 1L, Long::sum);
            }
        });
        if (own.equals(Position.START) && !missing.isEmpty()) {
            throw new CannotRelay("%s lacks events and has no position in %s: the topic must be made anew"
                    .formatted(publication.topic(), publication.positionTopic()));
        }
        LOG.errorf("%s was behind what is published: its place is found in the topic", publication.positionTopic());
        return found.reaching(ends).lacking(missing);
    }

    /// Publishes again what is missing up to a position, in the partitions it calls lost.
    ///
    /// @return how many events
    int mend(Position position, List<Long> ends, Transactions transactions) throws SQLException {
        for (int partition : position.lost()) {
            long beyond = position.reached().getOrDefault(partition, -1L) + BEYOND;
            var nothing = CloudEvent.watermark(publication, partition, Instant.EPOCH.toString());
            for (long filled = ends.get(partition); filled < beyond; filled += Term.BATCH) {
                transactions.commit(Collections.nCopies(Term.BATCH, nothing), position);
            }
        }
        int again = eachMissing(
                position, ends, events -> transactions.commit(CloudEvent.all(publication, events), position));
        LOG.errorf("published %d events again that the broker had lost of %s", again, publication.topic());
        return again;
    }

    private static Set<Integer> all(List<Long> ends) {
        return IntStream.range(0, ends.size()).boxed().collect(Collectors.toSet());
    }

    private int eachMissing(Position position, List<Long> ends, Missing missing) throws SQLException {
        Map<Integer, Place> last = new HashMap<>();
        for (int partition : position.lost()) {
            last.put(partition, place(topic.last(partition, 0, ends.get(partition))));
        }
        var tail = new LogTail(log, publication.rows());
        int all = 0;
        Place at = Collections.min(last.values());
        while (at.compareTo(position.place()) < 0) {
            List<LogTail.Entry> entries = tail.after(at.tx(), at.pos(), Term.BATCH);
            var events = new ArrayList<LogTail.Entry>();
            for (LogTail.Entry entry : entries) {
                Place before = last.get(CloudEvent.partition(entry.stream(), ends.size()));
                if (before != null
                        && before.compareTo(entry.place()) < 0
                        && entry.place().compareTo(position.place()) <= 0) {
                    events.add(entry);
                }
            }
            missing.take(events);
            all += events.size();
            at = entries.getLast().place();
        }
        return all;
    }

    /// Where an event of the topic stands in the log.
    private Place place(Optional<EventsTopic.Sent> sent) throws SQLException {
        if (sent.isEmpty()) {
            return Place.START;
        }
        EventsTopic.Sent event = sent.get();
        return new LogTail(log, publication.rows())
                .place(event.stream(), event.version(), event.id())
                .orElseThrow(() -> new CannotRelay(
                        "an event of %s (%s) is not in the log: was the log restored to an earlier point?"
                                .formatted(publication.topic(), event.id())));
    }
}
