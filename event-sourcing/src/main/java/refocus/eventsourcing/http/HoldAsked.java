package refocus.eventsourcing.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import refocus.eventsourcing.codes.CodeSets;

/// What a records manager says of a legal hold.
public final class HoldAsked {

    static final String REASONS = "legal-hold-reason";

    private HoldAsked() {}

    /// Why a hold is placed.
    ///
    /// @param reference of the proceedings or the inquiry
    public record Placing(
            @NotBlank String reason,
            Optional<@Size(min = 1, max = 500) String> reference,
            Optional<Instant> occurredAt) {

        /// The reason, which must be one of `legal-hold-reason`.
        public String known(CodeSets codes) {
            return codes.checked(REASONS, "reason", reason);
        }
    }

    /// That what a hold was placed for is over, or that it was placed in error.
    public record Lifting(@NotBlank String reason, Optional<Instant> occurredAt) {

        /// The reason, which must be one of `legal-hold-lift-reason`.
        public String known(CodeSets codes) {
            return codes.checked("legal-hold-lift-reason", "reason", reason);
        }
    }
}
