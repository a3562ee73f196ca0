package refocus.eventsourcing.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.personal.EventJson;

/// Decides for each incoming event whether it is new, in its place and readable, and has it handled.
///
/// What was applied before is dropped. A gap, an unknown type or a failure parks the stream: this event and every later
/// one of the stream are set aside, and the others flow.
final class Intake<E> {

    /// Of the commands that a reaction sends for one batch; those of people are never far behind them.
    private static final int AT_ONCE = 64;

    /// An event set aside, and why.
    record Parked(Incoming event, String reason) {}

    /// What a batch comes to.
    ///
    /// @param applied the version each stream is at after it
    /// @param passedBy how many events of each type were not for this reader
    record Result(List<Change> changes, Map<String, Long> applied, List<Parked> parked, Map<String, Long> passedBy) {}

    private final EventTypes<E> types;
    private final boolean narrow;
    private final Handler<E> handler;

    /// @param narrow whether types that are not declared are passed by
    Intake(EventTypes<E> types, boolean narrow, Handler<E> handler) {
        this.types = types;
        this.narrow = narrow;
        this.handler = handler;
    }

    /// @param applied the versions of the streams concerned before this batch
    /// @param parked the streams that are parked already
    /// @param gaps whether a version may be missing: a person has looked and said so
    Result take(List<Incoming> events, Map<String, Long> applied, Set<String> parked, boolean gaps) {
        var work = new Work(new HashMap<>(applied), new HashSet<>(parked), gaps);
        events.forEach(work::take);
        return work.result();
    }

    private final class Work {

        private final Map<String, Long> versions;
        private final Set<String> parkedStreams;
        private final boolean gaps;
        private final List<Parked> parked = new ArrayList<>();
        private final Map<String, Long> passedBy = new HashMap<>();
        private final Map<String, Long> applied = new HashMap<>();
        private final List<Incoming> handled = new ArrayList<>();
        private final List<CompletableFuture<List<Change>>> changes = new ArrayList<>();
        private final Map<String, CompletableFuture<List<Change>>> lastOfStream = new HashMap<>();

        Work(Map<String, Long> versions, Set<String> parkedStreams, boolean gaps) {
            this.versions = versions;
            this.parkedStreams = parkedStreams;
            this.gaps = gaps;
        }

        void take(Incoming event) {
            long version = versions.getOrDefault(event.stream(), 0L);
            if (parkedStreams.contains(event.stream())) {
                parked.add(new Parked(event, "its stream is parked"));
            } else if (event.broken().isPresent()) {
                park(event, event.broken().get());
            } else if (event.version() > version) {
                takeNew(event, version + 1);
            }
        }

        private void takeNew(Incoming event, long next) {
            Optional<EventTypes.Type<E>> type = types.named(event.type());
            if (type.isEmpty() && !narrow) {
                park(event, "unknown type " + event.type());
            } else if (gaps || event.version() == next) {
                accept(event, type);
            } else {
                park(event, "version %d came after %d".formatted(event.version(), next - 1));
            }
        }

        private void accept(Incoming event, Optional<EventTypes.Type<E>> type) {
            versions.put(event.stream(), event.version());
            if (type.isEmpty()) {
                passedBy.merge(event.type(), 1L, Long::sum);
                follow(event, () -> CompletableFuture.completedFuture(List.of()));
                return;
            }
            try {
                Recorded<E> recorded = decode(event, type.get());
                follow(event, () -> handle(recorded));
            } catch (RuntimeException unreadable) {
                park(event, reason(unreadable));
            }
        }

        /// After what came before it in its stream, be it only to pass by.
        private void follow(Incoming event, Supplier<CompletableFuture<List<Change>>> work) {
            if (changes.size() >= AT_ONCE) {
                changes.get(changes.size() - AT_ONCE).handle((_, _) -> true).join();
            }
            CompletableFuture<List<Change>> before = lastOfStream.get(event.stream());
            CompletableFuture<List<Change>> now = before == null ? work.get() : before.thenCompose(_ -> work.get());
            lastOfStream.put(event.stream(), now);
            handled.add(event);
            changes.add(now);
        }

        private CompletableFuture<List<Change>> handle(Recorded<E> event) {
            try {
                return handler.handle(event).toCompletableFuture();
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }

        private void park(Incoming event, String reason) {
            parkedStreams.add(event.stream());
            parked.add(new Parked(event, reason));
        }

        Result result() {
            var all = new ArrayList<Change>();
            var late = new ArrayList<Parked>();
            var failed = new HashSet<String>();
            for (int i = 0; i < handled.size(); i++) {
                Incoming event = handled.get(i);
                try {
                    all.addAll(changes.get(i).join());
                    applied.put(event.stream(), event.version());
                } catch (CompletionException failure) {
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    if (cause instanceof Handler.Again again) {
                        throw again;
                    }
                    late.add(new Parked(event, failed.add(event.stream()) ? reason(cause) : "its stream is parked"));
                }
            }
            // What failed while it was handled came before anything that was parked for its place in the stream.
            late.addAll(parked);
            return new Result(all, applied, late, passedBy);
        }
    }

    private Recorded<E> decode(Incoming event, EventTypes.Type<E> type) {
        E data = EventJson.read(types, type, event.schemaVersion(), event.data());
        return new Recorded<>(
                StreamId.fromString(event.stream()),
                event.version(),
                event.id(),
                data,
                event.schemaVersion(),
                event.metadata(),
                event.occurredAt(),
                event.recordedAt());
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
