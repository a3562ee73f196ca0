package refocus.cases.subjectaccess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is recorded about a person.
///
/// @param language everything is named in: `en` or `cy`; what people wrote stands as they wrote it
/// @param withheld what was left out of the entries, and why
public record Pack(UUID child, String language, Instant madeAt, List<Entry> entries, List<Withheld> withheld) {

    /// One thing that was recorded.
    ///
    /// @param kind the stored name of the event
    /// @param recordedBy absent where that would tell who is near the child
    /// @param aboutOthersToo whether other people are in it: what is said may be about them, and wants another look
    public record Entry(
            UUID id,
            LocalDate on,
            Instant occurredAt,
            Instant recordedAt,
            String kind,
            String label,
            Optional<String> recordedBy,
            boolean aboutOthersToo,
            List<Said> said) {}

    /// What a field of an entry says.
    ///
    /// @param field its place in the entry, as in `goalScores[0].score`
    public record Said(String field, String label, String value) {}

    /// What was left out of an entry.
    ///
    /// @param reason a code of `withheld-reason`
    public record Withheld(UUID entry, String field, String label, String reason, String why) {}
}
