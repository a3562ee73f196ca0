package refocus.cases.chronology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.cases.chronology.ChronologyEntry.Significance;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.Change;

/// One event on its way into the stories of the children it is about.
record Line(Recorded<?> recorded, String kind) {

    UUID streamId() {
        return recorded.stream().id();
    }

    Draft about(UUID child, Significance significance) {
        return about(List.of(child), significance);
    }

    Draft about(List<UUID> children, Significance significance) {
        return new Draft(this, children, significance, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What will be written, as far as it is known.
    record Draft(
            Line line,
            List<UUID> children,
            Significance significance,
            List<String> codes,
            Optional<Sealed> text,
            Optional<Sealed> childView,
            Optional<String> outsideRule) {

        Draft coded(String... more) {
            return coded(List.of(more));
        }

        Draft coded(List<String> more) {
            var all = new ArrayList<>(codes);
            all.addAll(more);
            return new Draft(line, children, significance, all, text, childView, outsideRule);
        }

        Draft saying(Optional<Sealed> said) {
            return new Draft(line, children, significance, codes, said, childView, outsideRule);
        }

        Draft inChildsView(Optional<Sealed> said) {
            return new Draft(line, children, significance, codes, text, said, outsideRule);
        }

        Draft outside(Optional<String> rule) {
            return new Draft(line, children, significance, codes, text, childView, rule);
        }

        List<Change> inserted() {
            return inserts().toList();
        }

        Stream<Change> inserts() {
            return children.stream().map(child -> ChronologyProjection.CHRONOLOGY.insert(entry(child)));
        }

        private ChronologyEntry entry(UUID child) {
            Recorded<?> recorded = line.recorded();
            return new ChronologyEntry(
                    recorded.id(),
                    child,
                    line.kind(),
                    significance,
                    Wales.dayOf(recorded.occurredAt()),
                    recorded.occurredAt(),
                    recorded.recordedAt(),
                    recorded.stream().toString(),
                    recorded.metadata().actor(),
                    codes.stream().collect(Collectors.joining(" ")),
                    text,
                    childView,
                    outsideRule);
        }
    }
}
