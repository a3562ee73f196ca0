package refocus.reporting.recruiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What recruitment-service says happened, as far as figures of posts and hires need it. Everything else passes by.
public sealed interface RecruitmentMessage {

    EventTypes<RecruitmentMessage> TYPES = EventTypes.of(RecruitmentMessage.class);

    /// The topic, from its beginning.
    static Feed<RecruitmentMessage> feed() {
        return new Feed.Topic<>(
                TYPES, "refocus.recruitment.events", "refocus.recruitment", Set.of("vacancy", "application"), true);
    }

    @EventName("vacancy-approved")
    record VacancyApproved(LocalDate approvedOn) implements RecruitmentMessage {}

    /// Its post is taken, by the hire that was confirmed.
    @EventName("vacancy-filled")
    record VacancyFilled(LocalDate filledOn) implements RecruitmentMessage {}

    @EventName("vacancy-cancelled")
    record VacancyCancelled(LocalDate cancelledOn) implements RecruitmentMessage {}

    /// What candidates for a vacancy are judged by; a later one stands instead of it.
    @EventName("criteria-set")
    record CriteriaSet(List<Criterion> criteria) implements RecruitmentMessage {}

    record Criterion(String id, Integer weight) {}

    @EventName("application-started")
    record ApplicationStarted(UUID vacancy, LocalDate startedOn) implements RecruitmentMessage {}

    @EventName("application-submitted")
    record ApplicationSubmitted(LocalDate submittedOn) implements RecruitmentMessage {}

    @EventName("application-withdrawn")
    record ApplicationWithdrawn(LocalDate withdrawnOn) implements RecruitmentMessage {}

    @EventName("shortlisted")
    record Shortlisted(LocalDate decidedOn) implements RecruitmentMessage {}

    @EventName("not-shortlisted")
    record NotShortlisted(LocalDate decidedOn) implements RecruitmentMessage {}

    @EventName("interview-held")
    record InterviewHeld(LocalDate heldOn) implements RecruitmentMessage {}

    /// The post is offered, on conditions.
    ///
    /// @param conditionalOn the kinds of check that must be verified before a start
    @EventName("offer-made")
    record OfferMade(List<String> conditionalOn, LocalDate offeredOn) implements RecruitmentMessage {}

    @EventName("offer-accepted")
    record OfferAccepted(LocalDate acceptedOn) implements RecruitmentMessage {}

    @EventName("offer-declined")
    record OfferDeclined(LocalDate declinedOn) implements RecruitmentMessage {}

    @EventName("offer-withdrawn")
    record OfferWithdrawn(LocalDate withdrawnOn) implements RecruitmentMessage {}

    /// One assessor's score on one criterion; a later one of the same assessor stands instead of it.
    @EventName("criterion-scored")
    record CriterionScored(UUID assessor, String criterion, Integer score) implements RecruitmentMessage {}

    /// What the panel agreed on, instead of the mean.
    @EventName("score-moderated")
    record ScoreModerated(String criterion, Integer score) implements RecruitmentMessage {}

    /// What this assessor scored no longer counts.
    @EventName("assessor-recused")
    record AssessorRecused(UUID assessor) implements RecruitmentMessage {}

    /// Somebody has seen the evidence.
    ///
    /// @param validUntil the last day it counts; absent where it does not lapse
    @EventName("check-verified")
    record CheckVerified(String kind, Optional<LocalDate> validUntil) implements RecruitmentMessage {}

    @EventName("check-failed")
    record CheckFailed(String kind, LocalDate failedOn) implements RecruitmentMessage {}

    /// A referee has answered.
    ///
    /// @param satisfactory whether it supports the hire
    @EventName("reference-received")
    record ReferenceReceived(UUID reference, Boolean satisfactory, LocalDate receivedOn)
            implements RecruitmentMessage {}

    /// What would keep children safe if somebody began before these kinds of check are in; a later one needs its own
    /// approval.
    @EventName("early-start-assessed")
    record EarlyStartAssessed(List<String> open, LocalDate assessedOn) implements RecruitmentMessage {}

    /// A head of service has approved the last assessment.
    @EventName("early-start-approved")
    record EarlyStartApproved(LocalDate approvedOn) implements RecruitmentMessage {}

    /// Someone is hired.
    ///
    /// @param startsOn their first day
    /// @param checks those verified, with the last day they count; references are told apart
    /// @param earlyStart whether not every mandatory check was verified, as far as was known
    @EventName("hire-confirmed")
    record HireConfirmed(LocalDate startsOn, List<CheckedUntil> checks, Boolean earlyStart)
            implements RecruitmentMessage {}

    record CheckedUntil(String kind, Optional<LocalDate> validUntil) {}
}
