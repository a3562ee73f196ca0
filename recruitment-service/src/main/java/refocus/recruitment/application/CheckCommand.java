package refocus.recruitment.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about checks and references.
public sealed interface CheckCommand extends ApplicationCommand {

    record RequestCheck(String kind, LocalDate requestedOn) implements CheckCommand {}

    record VerifyCheck(
            String kind,
            LocalDate issuedOn,
            UUID verifier,
            Optional<LocalDate> validUntil,
            String evidence,
            LocalDate today)
            implements CheckCommand {}

    record FailCheck(String kind, String reason, LocalDate failedOn) implements CheckCommand {}

    /// Says that it is this day: what counted until an earlier one no longer does.
    record ExpireChecks(LocalDate today) implements CheckCommand {}

    /// Asks a referee.
    ///
    /// @param reference its id, and the key that the referee's details are sealed under
    /// @param replaces the one that this stands in for
    record RequestReference(
            UUID reference,
            String referee,
            String contact,
            String relationship,
            Optional<UUID> replaces,
            LocalDate requestedOn)
            implements CheckCommand {}

    record ReceiveReference(UUID reference, boolean satisfactory, UUID verifier, LocalDate receivedOn)
            implements CheckCommand {}

    record RefuseReference(UUID reference, LocalDate refusedOn) implements CheckCommand {}
}
