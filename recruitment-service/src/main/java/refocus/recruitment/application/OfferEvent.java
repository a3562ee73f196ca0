package refocus.recruitment.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What became of an offer: the hire, and whether it was right.
public sealed interface OfferEvent extends ApplicationEvent {

    /// The post is offered, on conditions.
    ///
    /// @param conditionalOn the kinds of check that must be verified before a start
    @EventName("offer-made")
    record OfferMade(UUID vacancy, List<String> conditionalOn, Optional<LocalDate> startsOn, LocalDate offeredOn)
            implements OfferEvent {}

    @EventName("offer-accepted")
    record OfferAccepted(UUID vacancy, LocalDate acceptedOn) implements OfferEvent {}

    @EventName("offer-declined")
    record OfferDeclined(UUID vacancy, Optional<String> reason, LocalDate declinedOn) implements OfferEvent {}

    @EventName("offer-withdrawn")
    record OfferWithdrawn(UUID vacancy, String reason, LocalDate withdrawnOn) implements OfferEvent {}

    /// What would keep children safe if this person began before every check is in.
    ///
    /// @param open the kinds that were not in then; an early start covers no others
    @EventName("early-start-assessed")
    record EarlyStartAssessed(UUID assessor, List<String> open, Sealed assessment, LocalDate assessedOn)
            implements OfferEvent {}

    @EventName("early-start-approved")
    record EarlyStartApproved(UUID approver, LocalDate approvedOn) implements OfferEvent {}

    /// Someone is hired: makes the worker in the staff service, which asks for the name by itself.
    ///
    /// @param checks those verified, with the last day they count
    /// @param earlyStart whether not every mandatory check was verified
    @EventName("hire-confirmed")
    record HireConfirmed(
            UUID vacancy,
            UUID candidate,
            String role,
            BigDecimal fte,
            Optional<UUID> team,
            Optional<UUID> base,
            LocalDate startsOn,
            List<CheckedUntil> checks,
            boolean earlyStart)
            implements OfferEvent {}

    /// Looked back on, some months after the start.
    ///
    /// @param month 6 or 12
    /// @param choseWell whether the selection chose well
    @EventName("probation-reviewed")
    record ProbationReviewed(
            UUID vacancy, int month, boolean choseWell, Optional<Sealed> note, UUID reviewer, LocalDate reviewedOn)
            implements OfferEvent {}

    record CheckedUntil(String kind, Optional<LocalDate> validUntil) {}
}
