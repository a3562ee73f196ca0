package refocus.cases.decision.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseFile;
import refocus.cases.childcase.ChildCase;
import refocus.cases.decision.DecisionCommand.Subject;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralEvent;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// What decisions are about: referrals and cases, as far as a decision needs them.
@Singleton
class Subjects {

    /// @param usualTier of a decision about it, where the caller names none
    /// @param isDecided whether it is a referral that has been triaged
    record Known(Subject subject, String usualTier, boolean isDecided) {}

    private final Desk<ReferralCommand, ReferralEvent, Referral> referrals;
    private final Desk<CaseCommand, CaseEvent, ChildCase> cases;

    Subjects(Desks desks) {
        this.referrals = desks.of(Referral.TYPE);
        this.cases = desks.of(ChildCase.TYPE);
    }

    Uni<Known> referral(UUID id) {
        return referrals.read(id).map(current -> switch (current.state()) {
            case Referral.Unreceived _ -> throw new Unknown("referral");
            case Referral.Undecided undecided -> known(id, undecided.report(), false);
            case Referral.Triaged triaged -> known(id, triaged.report(), true);
        });
    }

    Uni<Known> ofCase(UUID id) {
        return cases.read(id).map(current -> switch (current.state()) {
            case ChildCase.Unopened _ -> throw new Unknown("case");
            case ChildCase.Open(var file) -> known(id, file, Optional.empty());
            case ChildCase.Closed(var file, var closure) -> known(id, file, Optional.of(closure.closedAt()));
        });
    }

    private static Known known(UUID id, ReferralReceived report, boolean decided) {
        var subject = new Subject(Optional.of(id), Optional.empty(), report.children(), Optional.empty());
        return new Known(subject, Tiers.ofReferral(report.urgency()), decided);
    }

    private static Known known(UUID id, CaseFile file, Optional<Instant> closedAt) {
        var subject = new Subject(Optional.empty(), Optional.of(id), List.of(file.child()), closedAt);
        return new Known(subject, Tiers.ofCase(), false);
    }
}
