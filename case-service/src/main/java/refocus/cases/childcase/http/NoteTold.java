package refocus.cases.childcase.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.CaseCommand.RecordNote;
import refocus.cases.childcase.CaseCommand.When;
import refocus.eventsourcing.codes.CodeSets;

/// Work for the child with someone else, as a request tells it.
record NoteTold(
        @NotBlank String with,
        Optional<String> mode,
        @NotBlank @Size(max = 20_000) String summary,
        Optional<@Min(1) @Max(1440) Integer> minutes,
        Optional<List<@NotNull UUID>> workers,
        Optional<Instant> occurredAt) {

    NoteTold checked(CodeSets codes) {
        codes.checked("note-with", "with", with);
        codes.check("contact-mode", "mode", mode);
        return this;
    }

    RecordNote asked(List<UUID> doneBy, When when) {
        return new RecordNote(doneBy, with, mode, summary, minutes, when);
    }
}
