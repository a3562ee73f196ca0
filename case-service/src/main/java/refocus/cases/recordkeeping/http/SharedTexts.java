package refocus.cases.recordkeeping.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeepSharedTexts;
import refocus.cases.recordkeeping.RecordKeepingCommand.Shared;
import refocus.cases.retention.ChildTraces;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Entries;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.personal.Ciphers;
import refocus.eventsourcing.personal.EventJson;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;

/// What was said of a child and of others at once, under the child's key: read once more, to be kept for those who
/// are left.
@Singleton
class SharedTexts {

    private record Entry(UUID event, List<UUID> others, String data) {}

    private final ChildTraces traces;
    private final Entries log;
    private final SubjectKeys keys;

    SharedTexts(ChildTraces traces, Entries log, SubjectKeys keys) {
        this.traces = traces;
        this.log = log;
        this.keys = keys;
    }

    /// The commands that keep them, each for a child of its own.
    Uni<List<Step<?, ?, ?>>> of(UUID child, LocalDate today) {
        return traces.streams(child)
                .chain(log::of)
                .map(entries -> shared(child, entries))
                .chain(entries -> Uni.combine()
                        .all()
                        .unis(left(entries), keys.opener(Set.of(child)))
                        .asTuple()
                        .map(read -> keeping(child, entries, read.getItem1(), read.getItem2(), today)));
    }

    private static List<Entry> shared(UUID child, List<LogTail.Entry> entries) {
        return entries.stream()
                .map(entry -> new Entry(entry.id(), others(child, entry.data()), entry.data()))
                .filter(entry -> !entry.others().isEmpty())
                .filter(entry -> !Ciphers.about(child, entry.data()).isEmpty())
                .toList();
    }

    /// The other children that an entry names as those it is about; a session tells of each under their own key.
    private static List<UUID> others(UUID child, String data) {
        JsonNode children = EventJson.tree(data).path("children");
        return StreamSupport.stream(children.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(one -> UUID.fromString(one.asText()))
                .filter(other -> !other.equals(child))
                .toList();
    }

    /// Those of the others who are not erased.
    private Uni<List<UUID>> left(List<Entry> entries) {
        Stream<UUID> others =
                entries.stream().flatMap(entry -> entry.others().stream()).distinct();
        return Multi.createFrom()
                .items(others)
                .onItem()
                .transformToUniAndConcatenate(other ->
                        keys.isErased(other).map(erased -> erased ? Optional.<UUID>empty() : Optional.of(other)))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private static List<Step<?, ?, ?>> keeping(
            UUID child, List<Entry> entries, List<UUID> left, Opener opener, LocalDate today) {
        Map<UUID, List<Shared>> kept = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.others().stream()
                    .filter(left::contains)
                    .findFirst()
                    .ifPresent(keeper ->
                            kept.computeIfAbsent(keeper, _ -> new ArrayList<>()).addAll(texts(child, entry, opener)));
        }
        return kept.entrySet().stream()
                .<Step<?, ?, ?>>map(one -> new Step<>(
                        RecordKeeping.TYPE,
                        one.getKey(),
                        new KeepSharedTexts(one.getKey(), child, left, one.getValue(), today)))
                .toList();
    }

    private static List<Shared> texts(UUID child, Entry entry, Opener opener) {
        return Ciphers.about(child, entry.data()).stream()
                .flatMap(cipher -> opener.open(cipher).text().stream()
                        .map(text -> new Shared(cipher.event(), cipher.field(), text)))
                .toList();
    }
}
