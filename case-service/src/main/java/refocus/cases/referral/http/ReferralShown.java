package refocus.cases.referral.http;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.referral.Referral;
import refocus.cases.referral.Referral.Triaged;
import refocus.cases.referral.Referral.Undecided;
import refocus.cases.referral.Referral.Unreceived;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.cases.referral.ReferralEvent.Referrer;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;

/// A referral as its reader sees it; what is erased is left out.
///
/// @param earlier referrals of the same children in the 365 days before
record ReferralShown(
        UUID id,
        Status status,
        List<UUID> children,
        String source,
        List<String> reasons,
        Optional<String> text,
        Optional<ReferrerShown> referrer,
        String urgency,
        Optional<String> consent,
        LocalDate receivedOn,
        Optional<LocalDate> acknowledgedOn,
        Optional<Outcome> triage,
        List<UUID> earlier) {

    enum Status {
        UNDECIDED,
        TRIAGED
    }

    record Outcome(List<String> nextActions, Optional<String> rationale, LocalDate triagedOn, Optional<UUID> decision) {

        Outcome withoutWords() {
            return new Outcome(nextActions, Optional.empty(), triagedOn, decision);
        }
    }

    record ReferrerShown(
            Optional<String> name,
            Optional<String> organisation,
            Optional<String> contact,
            Optional<String> language,
            boolean keptFromFamily) {}

    /// Whose keys its texts are under.
    static Set<UUID> subjects(Referral state) {
        ReferralReceived report = report(state);
        Set<UUID> subjects = new HashSet<>(Set.of(report.text().subject()));
        report.referrer().ifPresent(referrer -> subjects.add(referrer.name().subject()));
        return subjects;
    }

    static ReferralShown of(UUID id, Referral state, Opener opener) {
        return switch (state) {
            case Unreceived _ -> throw new Unknown("referral");
            case Undecided undecided ->
                of(
                        id,
                        Status.UNDECIDED,
                        undecided.report(),
                        undecided.acknowledgedOn(),
                        Optional.empty(),
                        undecided.earlier(),
                        opener);
            case Triaged triaged ->
                of(
                        id,
                        Status.TRIAGED,
                        triaged.report(),
                        triaged.acknowledgedOn(),
                        Optional.of(outcome(triaged.outcome(), opener)),
                        triaged.earlier(),
                        opener);
        };
    }

    private static ReferralShown of(
            UUID id,
            Status status,
            ReferralReceived report,
            Optional<LocalDate> acknowledgedOn,
            Optional<Outcome> triage,
            List<UUID> earlier,
            Opener opener) {
        return new ReferralShown(
                id,
                status,
                report.children(),
                report.source(),
                report.reasons(),
                opener.open(report.text()).text(),
                report.referrer().map(referrer -> shown(referrer, opener)),
                report.urgency(),
                report.consent(),
                report.receivedOn(),
                acknowledgedOn,
                triage,
                earlier);
    }

    private static ReferrerShown shown(Referrer referrer, Opener opener) {
        return new ReferrerShown(
                opener.open(referrer.name()).text(),
                opener.text(referrer.organisation()),
                opener.text(referrer.contact()),
                referrer.language(),
                referrer.keptFromFamily());
    }

    private static Outcome outcome(ReferralTriaged triaged, Opener opener) {
        return new Outcome(
                triaged.nextActions(),
                opener.open(triaged.rationale()).text(),
                triaged.triagedOn(),
                triaged.decision());
    }

    /// The same for one who may not see all of its children: without the others, without the words that may be about
    /// them, and without whoever reported them.
    ReferralShown of(Set<UUID> seen, List<UUID> earlierSeen) {
        return new ReferralShown(
                id,
                status,
                children.stream().filter(seen::contains).toList(),
                source,
                reasons,
                Optional.empty(),
                Optional.empty(),
                urgency,
                consent,
                receivedOn,
                acknowledgedOn,
                triage.map(Outcome::withoutWords),
                earlierSeen);
    }

    private static ReferralReceived report(Referral state) {
        return switch (state) {
            case Unreceived _ -> throw new Unknown("referral");
            case Undecided undecided -> undecided.report();
            case Triaged triaged -> triaged.report();
        };
    }
}
