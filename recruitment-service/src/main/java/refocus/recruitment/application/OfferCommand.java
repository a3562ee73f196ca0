package refocus.recruitment.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;

/// What may be asked about an offer, a start, and how it went.
public sealed interface OfferCommand extends ApplicationCommand {

    /// Offers the post.
    ///
    /// @param vacancy as it was looked up
    record MakeOffer(Vacancy vacancy, Optional<LocalDate> startsOn, LocalDate offeredOn) implements OfferCommand {}

    record AcceptOffer(LocalDate acceptedOn) implements OfferCommand {}

    record DeclineOffer(Optional<String> reason, LocalDate declinedOn) implements OfferCommand {}

    record WithdrawOffer(String reason, LocalDate withdrawnOn) implements OfferCommand {}

    record AssessEarlyStart(UUID assessor, String assessment, Terms terms, LocalDate assessedOn)
            implements OfferCommand {}

    record ApproveEarlyStart(UUID approver, LocalDate approvedOn) implements OfferCommand {}

    /// Confirms the hire.
    ///
    /// @param team where it is another than the vacancy's, as is the base
    record ConfirmHire(Terms terms, Optional<UUID> team, Optional<UUID> base, LocalDate startsOn)
            implements OfferCommand {}

    record ReviewProbation(UUID reviewer, int month, boolean choseWell, Optional<String> note, LocalDate reviewedOn)
            implements OfferCommand {}
}
