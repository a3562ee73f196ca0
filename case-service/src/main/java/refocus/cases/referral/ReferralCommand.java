package refocus.cases.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a referral.
public sealed interface ReferralCommand {

    /// Takes in one report about one or more children.
    record ReceiveReferral(
            List<UUID> children,
            String source,
            List<String> reasons,
            String text,
            Optional<Referral.Reporter> referrer,
            String urgency,
            Optional<String> consent,
            LocalDate receivedOn)
            implements ReferralCommand {}

    /// Tells the referrer that the report has arrived.
    record AcknowledgeReferral(Optional<String> language, LocalDate acknowledgedOn) implements ReferralCommand {}

    /// Decides what is to be done next.
    ///
    /// @param decision taken with it; empty for a repeat
    record TriageReferral(List<String> nextActions, String rationale, LocalDate triagedOn, Optional<UUID> decision)
            implements ReferralCommand {}

    /// Says that an earlier report was about one of the same children.
    record LinkToEarlier(UUID earlier, List<UUID> children, LocalDate earlierReceivedOn) implements ReferralCommand {}
}
