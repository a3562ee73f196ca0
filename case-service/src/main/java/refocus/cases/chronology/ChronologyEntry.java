package refocus.cases.chronology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;

/// One thing that happened to one child.
///
/// @param kind the stored name of the event
/// @param stream what it happened in, as in `case/0193…`
/// @param codes what it came to, in codes between spaces
/// @param outsideRule the rule it broke, where it broke one
public record ChronologyEntry(
        UUID event,
        UUID child,
        String kind,
        Significance significance,
        LocalDate day,
        Instant occurredAt,
        Instant recordedAt,
        String stream,
        String actor,
        String codes,
        Optional<Sealed> text,
        Optional<Sealed> childView,
        Optional<String> outsideRule) {

    /// How much it weighs in a child's story.
    public enum Significance {
        HIGH,
        MEDIUM,
        LOW
    }
}
