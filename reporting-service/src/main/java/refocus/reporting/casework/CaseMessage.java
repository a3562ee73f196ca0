package refocus.reporting.casework;

import static refocus.reporting.casework.Codes.MODES;
import static refocus.reporting.casework.Codes.OTHER_VISITS;
import static refocus.reporting.casework.Codes.REQUIRED_VISITS;
import static refocus.reporting.casework.Codes.WORK_TIME;
import static refocus.reporting.casework.Codes.mustBeKnown;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What case-service says happened, as far as reports read it.
///
/// A record without components is known and not read. A type that is missing here parks its stream: a figure never
/// leaves out what it does not understand.
public sealed interface CaseMessage {

    EventTypes<CaseMessage> TYPES = EventTypes.of(CaseMessage.class);

    /// Practitioners and senior practitioners decide at this level or below.
    int FRONT_LINE = 1;

    /// The topic, from its beginning.
    ///
    /// @param categories the streams a report is made from
    static Feed<CaseMessage> feed(String... categories) {
        return new Feed.Topic<>(TYPES, "refocus.case.events", "refocus.case", Set.of(categories), false);
    }

    /// A child has a record.
    ///
    /// @param unborn whether the child was still expected
    @EventName("child-record-created")
    record ChildRecordCreated(Boolean unborn) implements CaseMessage {}

    @EventName("child-details-corrected")
    record ChildDetailsCorrected() implements CaseMessage {}

    @EventName("child-died")
    record ChildDied() implements CaseMessage {}

    @EventName("referral-received")
    record ReferralReceived() implements CaseMessage {}

    @EventName("referral-linked-to-earlier")
    record ReferralLinkedToEarlier() implements CaseMessage {}

    @EventName("referral-acknowledged")
    record ReferralAcknowledged() implements CaseMessage {}

    @EventName("referral-triaged")
    record ReferralTriaged() implements CaseMessage {}

    @EventName("case-opened")
    record CaseOpened(UUID child, LocalDate openedOn) implements CaseMessage {}

    /// A worker holds a case from that day on.
    ///
    /// @param points what it weighs, where that is counted
    @EventName("worker-allocated")
    record WorkerAllocated(UUID allocation, UUID worker, String role, LocalDate from, Optional<BigDecimal> points)
            implements CaseMessage {}

    /// From that day on they no longer hold it.
    @EventName("allocation-ended")
    record AllocationEnded(UUID allocation, LocalDate to) implements CaseMessage {}

    /// Time was spent with children.
    ///
    /// @param workers who held it; each of them spent the minutes
    /// @param children everyone who was there
    /// @param travelMinutes there and back, told once for the session
    /// @param visitKind the duty to visit that it satisfies, if any
    @EventName("direct-work-held")
    record DirectWorkHeld(
            List<UUID> workers,
            LocalDate heldOn,
            Integer minutes,
            String mode,
            List<Attendance> children,
            Optional<String> method,
            Optional<Integer> travelMinutes,
            Optional<String> visitKind)
            implements CaseMessage {

        public DirectWorkHeld {
            mustBeKnown(MODES.contains(mode), "mode");
            mustBeKnown(
                    visitKind.stream().allMatch(kind -> REQUIRED_VISITS.contains(kind) || OTHER_VISITS.contains(kind)),
                    "visitKind");
        }

        public boolean isInPerson() {
            return mode.equals("IN_PERSON");
        }

        /// Whether it was no more than a visit that had to be made.
        public boolean isOnlyRequiredVisit() {
            return visitKind.filter(REQUIRED_VISITS::contains).isPresent() && method.isEmpty();
        }
    }

    record Attendance(UUID child, Boolean seen, Boolean seenAlone) {}

    @EventName("direct-work-not-held")
    record DirectWorkNotHeld() implements CaseMessage {}

    @EventName("case-note-recorded")
    record CaseNoteRecorded(List<UUID> workers, LocalDate heldOn, Optional<Integer> minutes) implements CaseMessage {}

    @EventName("work-time-logged")
    record WorkTimeLogged(UUID worker, LocalDate date, String category, Integer minutes) implements CaseMessage {

        public WorkTimeLogged {
            mustBeKnown(WORK_TIME.contains(category), "category");
        }

        public boolean isTravel() {
            return category.equals("TRAVEL");
        }
    }

    @EventName("case-closed")
    record CaseClosed(UUID child, LocalDate closedOn) implements CaseMessage {}

    @EventName("case-reopened")
    record CaseReopened(UUID child, LocalDate reopenedOn) implements CaseMessage {}

    /// Something is due.
    ///
    /// @param rule what is due, as in `next-action`
    @EventName("deadline-set")
    record DeadlineSet(String rule, LocalDate dueOn) implements CaseMessage {}

    /// What was due has been done.
    ///
    /// @param onTime whether it was done by the due day, whenever that became known
    @EventName("deadline-met")
    record DeadlineMet(String rule, LocalDate dueOn, Boolean onTime) implements CaseMessage {}

    @EventName("deadline-missed")
    record DeadlineMissed() implements CaseMessage {}

    /// Somebody says what should be decided.
    ///
    /// @param requiredLevel the lowest that may take it
    @EventName("decision-proposed")
    record DecisionProposed(String kind, String tier, Integer requiredLevel, LocalDate proposedOn)
            implements CaseMessage {

        public boolean isForTheFrontLine() {
            return requiredLevel <= FRONT_LINE;
        }
    }

    @EventName("decision-supported")
    record DecisionSupported() implements CaseMessage {}

    @EventName("decision-referred-up")
    record DecisionReferredUp() implements CaseMessage {}

    @EventName("decision-returned-down")
    record DecisionReturnedDown() implements CaseMessage {}

    /// A decision is taken.
    ///
    /// @param level at which it was taken
    /// @param requiredLevel the lowest that may take it
    /// @param referredUp whether it had been referred up, be it returned since
    /// @param outsideRule the rule that was broken, where one was
    @EventName("decision-taken")
    record DecisionTaken(
            String kind,
            String tier,
            Integer level,
            Integer requiredLevel,
            Instant proposedAt,
            Instant takenAt,
            LocalDate takenOn,
            Boolean supported,
            Boolean referredUp,
            Optional<String> outsideRule)
            implements CaseMessage {

        public boolean isForTheFrontLine() {
            return requiredLevel <= FRONT_LINE;
        }

        public boolean isByTheFrontLine() {
            return level <= FRONT_LINE;
        }
    }

    @EventName("decision-overturned")
    record DecisionOverturned() implements CaseMessage {}

    @EventName("decision-reviewed")
    record DecisionReviewed() implements CaseMessage {}

    @EventName("decision-right-set")
    record DecisionRightSet() implements CaseMessage {}

    @EventName("decision-right-retired")
    record DecisionRightRetired() implements CaseMessage {}

    /// What was said of who may see a child's record: no figure turns on it, for aggregates count every child.
    sealed interface AboutAccess extends CaseMessage {}

    @EventName("access-restricted")
    record AccessRestricted() implements AboutAccess {}

    @EventName("access-lifted")
    record AccessLifted() implements AboutAccess {}

    @EventName("access-granted")
    record AccessGranted() implements AboutAccess {}

    @EventName("access-revoked")
    record AccessRevoked() implements AboutAccess {}

    @EventName("glass-broken")
    record GlassBroken() implements AboutAccess {}

    @EventName("glass-break-reviewed")
    record GlassBreakReviewed() implements AboutAccess {}

    @EventName("connection-declared")
    record ConnectionDeclared() implements AboutAccess {}

    @EventName("connected-access-attempted")
    record ConnectedAccessAttempted() implements AboutAccess {}

    @EventName("possible-duplicate-raised")
    record PossibleDuplicateRaised() implements AboutAccess {}

    /// What becomes of records themselves: no figure reads it, and none changes when one is erased.
    sealed interface OfRecordKeeping extends CaseMessage {}

    @EventName("legal-hold-placed")
    record LegalHoldPlaced() implements OfRecordKeeping {}

    @EventName("legal-hold-lifted")
    record LegalHoldLifted() implements OfRecordKeeping {}

    @EventName("erasure-refused")
    record ErasureRefused() implements OfRecordKeeping {}

    @EventName("erasure-ordered")
    record ErasureOrdered() implements OfRecordKeeping {}

    @EventName("personal-data-erased")
    record PersonalDataErased() implements OfRecordKeeping {}

    @EventName("shared-texts-kept")
    record SharedTextsKept() implements OfRecordKeeping {}

    @EventName("subject-access-requested")
    record SubjectAccessRequested() implements OfRecordKeeping {}

    @EventName("subject-access-answered")
    record SubjectAccessAnswered() implements OfRecordKeeping {}
}
