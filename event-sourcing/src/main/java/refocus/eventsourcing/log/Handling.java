package refocus.eventsourcing.log;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.VersionConflict;
import refocus.eventsourcing.log.Append.Outcome;
import refocus.eventsourcing.personal.EventJson;
import refocus.eventsourcing.personal.Sealer;
import refocus.eventsourcing.personal.SubjectKeys;

/// One command on its way: what is the state, what follows, and into the log.
///
/// Whether it has taken effect before is not asked first: the log's unique command id finds that out at the append, and
/// what does not come to an append is asked for then.
///
/// Decided on a state that proves stale it is decided again, three times; where the caller named the version it had
/// seen, once.
final class Handling {

    private static final int TRIES = 3;

    private final EventLog log;
    private final SubjectKeys keys;
    private final List<Stage<?, ?, ?>> stages;
    private final Asking asking;
    private final Counter retries;

    Handling(EventLog log, SubjectKeys keys, Counter retries, List<Desks.Step<?, ?, ?>> steps, Asking asking) {
        this.log = log;
        this.keys = keys;
        this.retries = retries;
        this.stages = steps.stream().<Stage<?, ?, ?>>map(Stage::of).toList();
        this.asking = asking;
    }

    /// Takes the lanes of all its streams, in the order of the streams so that no two wait for each other.
    CompletableFuture<Done> run() {
        Supplier<CompletableFuture<Done>> work = () -> attempt(1, false);
        var streams = stages.stream()
                .map(Stage::stream)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (streams.size() < stages.size()) {
            throw new IllegalArgumentException("each step needs a stream of its own");
        }
        for (StreamId stream : streams) {
            Supplier<CompletableFuture<Done>> inner = work;
            work = () -> log.lanes().inTurn(stream, inner);
        }
        return work.get();
    }

    private CompletableFuture<Done> attempt(int number, boolean fresh) {
        return all(stages.stream().map(stage -> stage.load(log, fresh)).toList())
                .thenCompose(_ -> decide(number));
    }

    private CompletableFuture<Done> decide(int number) {
        try {
            asking.seen().ifPresent(seen -> stages.getFirst().mustBeAt(seen));
            stages.forEach(Stage::decide);
        } catch (Refused | Unknown | Impossible | VersionConflict no) {
            return confirm(number, () -> CompletableFuture.failedFuture(no));
        }
        return stages.stream().allMatch(Stage::nothing)
                ? confirm(
                        number,
                        () -> CompletableFuture.completedFuture(
                                stages.getFirst().done()))
                : append(number);
    }

    /// A "no" or "nothing to do" never meets the version guard of an insert, so the log is asked whether what it was
    /// decided on is still true.
    private CompletableFuture<Done> confirm(int number, Supplier<CompletableFuture<Done>> answer) {
        if (stages.stream().noneMatch(Stage::cached)) {
            return unlessRepeated(answer);
        }
        return all(stages.stream().map(stage -> stage.confirm(log)).toList())
                .thenCompose(_ ->
                        stages.stream().allMatch(Stage::confirmed) ? unlessRepeated(answer) : attempt(number, true));
    }

    /// The same command may have taken effect before, and be the very reason for the "no".
    private CompletableFuture<Done> unlessRepeated(Supplier<CompletableFuture<Done>> answer) {
        return asking.fingerprint().isEmpty()
                ? answer.get()
                : log.find(asking.command())
                        .thenCompose(found -> found.map(this::repeated).orElseGet(answer));
    }

    private CompletableFuture<Done> append(int number) {
        Set<UUID> subjects = new HashSet<>();
        stages.forEach(stage -> subjects.addAll(stage.subjects()));
        CompletableFuture<Sealer> sealing = subjects.isEmpty()
                ? CompletableFuture.completedFuture(Sealer.none())
                : keys.sealer(subjects).subscribeAsCompletionStage();
        return sealing.thenApply(this::prepared)
                .thenCompose(prepared -> appended(prepared, number))
                .exceptionallyCompose(failure -> cause(failure) instanceof Refused no
                        ? unlessRepeated(() -> CompletableFuture.failedFuture(no))
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Done> appended(Append prepared, int number) {
        return log.append(prepared).thenCompose(outcome -> switch (outcome) {
            case Outcome.Appended _ -> {
                stages.forEach(stage -> stage.evolve(log));
                yield CompletableFuture.completedFuture(stages.getFirst().done());
            }
            case Outcome.Repeated repeated -> repeated(repeated);
            case Outcome.Stale _ -> again(number);
        });
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private CompletableFuture<Done> again(int number) {
        stages.forEach(stage -> log.forget(stage.stream()));
        if (asking.seen().isPresent() || number == TRIES) {
            return CompletableFuture.failedFuture(new VersionConflict(
                    stages.getFirst().stream(), asking.seen().isPresent()));
        }
        retries.increment();
        return attempt(number + 1, true);
    }

    /// The same key and the same request give the same answer, for ever; the same key for something else does not.
    private CompletableFuture<Done> repeated(Outcome.Repeated repeated) {
        return repeated.fingerprint().equals(asking.fingerprint())
                ? CompletableFuture.completedFuture(repeated.done())
                : CompletableFuture.failedFuture(new Impossible("Idempotency-Key", "idempotency-key-reused"));
    }

    private Append prepared(Sealer sealer) {
        String metadata = EventJson.write(asking.metadata(), Metadata.class);
        var parts = stages.stream()
                .filter(stage -> !stage.nothing())
                .map(stage -> stage.prepared(sealer, metadata))
                .toList();
        return new Append(asking.command(), asking.fingerprint(), asking.occurredAt(), parts);
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return futures.size() == 1
                ? futures.getFirst()
                : CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    /// One step and what has become of it so far.
    private static final class Stage<C, E, S> {

        private final StreamType<C, E, S> type;
        private final StreamId stream;
        private final C command;
        private Loaded<S> loaded;
        private List<E> events = List.of();
        private boolean confirmed;

        private Stage(StreamType<C, E, S> type, StreamId stream, C command) {
            this.type = type;
            this.stream = stream;
            this.command = command;
            this.loaded = Loaded.nothing(type);
        }

        static <C, E, S> Stage<C, E, S> of(Desks.Step<C, E, S> step) {
            return new Stage<>(step.type(), new StreamId(step.type().category(), step.id()), step.command());
        }

        StreamId stream() {
            return stream;
        }

        CompletableFuture<Void> load(EventLog log, boolean fresh) {
            return (fresh ? log.load(type, stream) : log.state(type, stream)).thenAccept(found -> loaded = found);
        }

        CompletableFuture<Void> confirm(EventLog log) {
            return log.newest(stream).thenAccept(newest -> confirmed = newest == loaded.version());
        }

        boolean cached() {
            return !loaded.fresh();
        }

        boolean confirmed() {
            return confirmed;
        }

        void mustBeAt(long seen) {
            if (loaded.version() == 0) {
                throw new Unknown(type.category());
            }
            if (loaded.version() != seen) {
                throw new VersionConflict(stream, true);
            }
        }

        void decide() {
            events = type.decider().decide().apply(loaded.state(), command);
        }

        boolean nothing() {
            return events.isEmpty();
        }

        Set<UUID> subjects() {
            Set<UUID> subjects = new HashSet<>();
            events.forEach(event -> subjects.addAll(EventJson.subjects(event)));
            return subjects;
        }

        Append.Part prepared(Sealer sealer, String metadata) {
            var prepared = new ArrayList<Append.Event>(events.size());
            var sealed = new ArrayList<E>(events.size());
            for (E event : events) {
                EventTypes.Type<E> named = type.events().of(event);
                UUID id = Uuids.next();
                String data = EventJson.write(event, id, sealer);
                // The state is folded from what is stored, never from a text in clear.
                sealed.add(EventJson.holdsPersonal(named.record()) ? EventJson.read(data, named.record()) : event);
                prepared.add(new Append.Event(
                        id, named.name(), named.version(), data, prepared.isEmpty() ? more(metadata) : metadata));
            }
            events = sealed;
            return new Append.Part(stream, loaded.version(), prepared);
        }

        /// How many events followed the command's first: a repeat is answered with the version after the last.
        private String more(String metadata) {
            return events.size() == 1
                    ? metadata
                    : metadata.substring(0, metadata.length() - 1) + ",\"more\":" + (events.size() - 1) + "}";
        }

        void evolve(EventLog log) {
            if (!events.isEmpty()) {
                loaded = new Loaded<>(
                        loaded.version() + events.size(), type.decider().fold(loaded.state(), events), false);
                log.remember(stream, loaded);
                events = List.of();
            }
        }

        Done done() {
            return new Done(stream, loaded.version());
        }
    }
}
