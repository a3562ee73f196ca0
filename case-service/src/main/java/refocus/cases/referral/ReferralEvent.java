package refocus.cases.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one referral.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ReferralEvent {

    @EventName("referral-received")
    record ReferralReceived(
            List<UUID> children,
            String source,
            List<String> reasons,
            Sealed text,
            Optional<Referrer> referrer,
            String urgency,
            Optional<String> consent,
            LocalDate receivedOn)
            implements ReferralEvent {}

    @EventName("referral-acknowledged")
    record ReferralAcknowledged(List<UUID> children, Optional<String> language, LocalDate acknowledgedOn)
            implements ReferralEvent {}

    /// What is to be done next.
    ///
    /// @param decision that this was; absent before decisions were recorded
    @EventName("referral-triaged")
    record ReferralTriaged(
            List<UUID> children,
            List<String> nextActions,
            Sealed rationale,
            LocalDate triagedOn,
            Optional<UUID> decision)
            implements ReferralEvent {}

    /// An earlier report about one of the same children has been found, at most 365 days older.
    ///
    /// @param children who are in both
    @EventName("referral-linked-to-earlier")
    record ReferralLinkedToEarlier(List<UUID> children, UUID earlier, LocalDate earlierReceivedOn, LocalDate receivedOn)
            implements ReferralEvent {}

    /// Who reported it, under a key of their own.
    ///
    /// @param keptFromFamily whether they asked not to be named to the family
    record Referrer(
            Sealed name,
            Optional<Sealed> organisation,
            Optional<Sealed> contact,
            Optional<String> language,
            boolean keptFromFamily) {}
}
