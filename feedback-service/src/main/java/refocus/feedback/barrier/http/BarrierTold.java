package refocus.feedback.barrier.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What callers say of barriers.
final class BarrierTold {

    static final int LONGEST = 4_000;
    static final int HOURS_OF_A_WEEK = 168;

    record Raising(
            @NotBlank String department,
            @NotBlank @Size(max = LONGEST) String what,
            Optional<@Size(max = LONGEST) String> effectOnChildren,
            Optional<@Min(0) @Max(HOURS_OF_A_WEEK) Integer> hoursLostWeekly,
            Optional<Instant> occurredAt) {}

    /// The same by someone who is not to be known.
    ///
    /// @param submission a random id of the sender's: sent again under it, the barrier is raised once
    record Unnamed(
            @NotNull UUID submission,
            @NotBlank String department,
            @NotBlank @Size(max = LONGEST) String what,
            Optional<@Size(max = LONGEST) String> effectOnChildren,
            Optional<@Min(0) @Max(HOURS_OF_A_WEEK) Integer> hoursLostWeekly) {}

    record UnnamedConfirmation(@NotNull Boolean feltHeard) {}

    record UnnamedReopening(@NotBlank @Size(max = LONGEST) String reason) {}

    record Draw() {}

    record Support(Optional<@Min(0) @Max(HOURS_OF_A_WEEK) Integer> hoursLostWeekly, Optional<Instant> occurredAt) {}

    /// Whose it is to be.
    ///
    /// @param department the one it was raised for, where no other is named
    /// @param dueOn as the ladder has it, where no day is named
    record Assignment(
            Optional<String> department,
            @NotNull UUID owner,
            Optional<LocalDate> dueOn,
            Optional<Instant> occurredAt) {}

    record Acceptance(Optional<Instant> occurredAt) {}

    record Reason(@NotBlank @Size(max = LONGEST) String reason, Optional<Instant> occurredAt) {}

    record Progress(@NotBlank @Size(max = LONGEST) String note, Optional<Instant> occurredAt) {}

    record Pause(
            @NotBlank @Size(max = LONGEST) String reason,
            @NotNull LocalDate until,
            Optional<Instant> occurredAt) {}

    record Resumption(Optional<Instant> occurredAt) {}

    record Workaround(@NotBlank @Size(max = LONGEST) String workaround, Optional<Instant> occurredAt) {}

    record Resolution(@NotBlank @Size(max = LONGEST) String how, Optional<Instant> occurredAt) {}

    record Confirmation(@NotNull Boolean feltHeard, Optional<Instant> occurredAt) {}

    record Closing(
            @NotBlank String reason,
            @NotBlank @Size(max = LONGEST) String explanation,
            Optional<Instant> occurredAt) {}

    private BarrierTold() {}
}
