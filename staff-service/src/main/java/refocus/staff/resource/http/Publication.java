package refocus.staff.resource.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.codes.CodeSets;
import refocus.staff.Words;
import refocus.staff.resource.Content;

/// A resource as a request tells it, new or revised.
///
/// @param owner who keeps it right; the caller, unless it says otherwise
record Publication(
        @NotNull @Valid Words title,
        @NotNull @Valid Words summary,
        Optional<@Size(max = 2_000) @Pattern(regexp = "https?://\\S+") String> link,
        Optional<@Size(max = 20) List<@NotBlank String>> topics,
        Optional<@Size(max = 20) List<@NotBlank String>> audience,
        Optional<UUID> owner,
        Optional<LocalDate> reviewBy,
        Optional<Instant> occurredAt) {

    Content content(CodeSets codes) {
        codes.check("topic", "topics", topics.orElse(List.of()));
        codes.check("worker-role", "audience", audience.orElse(List.of()));
        return new Content(title.known(), summary.known(), link, topics.orElse(List.of()), audience.orElse(List.of()));
    }
}
