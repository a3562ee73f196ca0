package refocus.cases.frontdoor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A referral as the front door lists it.
///
/// @param children their ids, and the reasons their codes, between spaces
/// @param sender the worker or the system that sent it, as the log names them
public record ReferralEntry(
        UUID referral,
        String children,
        String source,
        String reasons,
        String urgency,
        LocalDate receivedOn,
        Instant receivedAt,
        Optional<LocalDate> acknowledgedOn,
        Optional<LocalDate> triagedOn,
        String sender) {

    ReferralEntry acknowledged(LocalDate on) {
        return new ReferralEntry(
                referral,
                children,
                source,
                reasons,
                urgency,
                receivedOn,
                receivedAt,
                Optional.of(on),
                triagedOn,
                sender);
    }

    ReferralEntry triaged(LocalDate on) {
        return new ReferralEntry(
                referral,
                children,
                source,
                reasons,
                urgency,
                receivedOn,
                receivedAt,
                acknowledgedOn,
                Optional.of(on),
                sender);
    }
}
