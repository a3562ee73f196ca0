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
    record TriageReferral(List<String> nextActions, String rationale, LocalDate triagedOn) implements ReferralCommand {}
}
