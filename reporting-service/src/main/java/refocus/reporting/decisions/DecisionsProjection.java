package refocus.reporting.decisions;

import static refocus.eventsourcing.projection.Change.unchanged;
import static refocus.reporting.decisions.DecisionFact.TAKEN;
import static refocus.reporting.decisions.OverturnFact.OVERTURNED;
import static refocus.reporting.decisions.ProposalFact.PROPOSED;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.casework.CaseMessage;
import refocus.reporting.casework.CaseMessage.AboutAccess;
import refocus.reporting.casework.CaseMessage.AllocationEnded;
import refocus.reporting.casework.CaseMessage.CaseClosed;
import refocus.reporting.casework.CaseMessage.CaseNoteRecorded;
import refocus.reporting.casework.CaseMessage.CaseOpened;
import refocus.reporting.casework.CaseMessage.CaseReopened;
import refocus.reporting.casework.CaseMessage.ChildDetailsCorrected;
import refocus.reporting.casework.CaseMessage.ChildDied;
import refocus.reporting.casework.CaseMessage.ChildRecordCreated;
import refocus.reporting.casework.CaseMessage.DeadlineMet;
import refocus.reporting.casework.CaseMessage.DeadlineMissed;
import refocus.reporting.casework.CaseMessage.DeadlineSet;
import refocus.reporting.casework.CaseMessage.DecisionOverturned;
import refocus.reporting.casework.CaseMessage.DecisionProposed;
import refocus.reporting.casework.CaseMessage.DecisionReferredUp;
import refocus.reporting.casework.CaseMessage.DecisionReturnedDown;
import refocus.reporting.casework.CaseMessage.DecisionReviewed;
import refocus.reporting.casework.CaseMessage.DecisionRightRetired;
import refocus.reporting.casework.CaseMessage.DecisionRightSet;
import refocus.reporting.casework.CaseMessage.DecisionSupported;
import refocus.reporting.casework.CaseMessage.DecisionTaken;
import refocus.reporting.casework.CaseMessage.DirectWorkHeld;
import refocus.reporting.casework.CaseMessage.DirectWorkNotHeld;
import refocus.reporting.casework.CaseMessage.OfRecordKeeping;
import refocus.reporting.casework.CaseMessage.ReferralAcknowledged;
import refocus.reporting.casework.CaseMessage.ReferralLinkedToEarlier;
import refocus.reporting.casework.CaseMessage.ReferralReceived;
import refocus.reporting.casework.CaseMessage.ReferralTriaged;
import refocus.reporting.casework.CaseMessage.WorkTimeLogged;
import refocus.reporting.casework.CaseMessage.WorkerAllocated;

/// Which decisions were proposed, taken and overturned, and by how near to the child.
@Singleton
class DecisionsProjection implements Projection<CaseMessage> {

    private static final BigDecimal AN_HOUR = BigDecimal.valueOf(3600);

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<CaseMessage> feed() {
        return CaseMessage.feed("decision");
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(TAKEN, PROPOSED, OVERTURNED);
    }

    @Override
    public List<Change> apply(Recorded<CaseMessage> recorded) {
        return switch (recorded.event()) {
            case DecisionProposed proposal when proposal.isForTheFrontLine() -> proposed(recorded, proposal);
            // What others must decide is not theirs to decide.
            case DecisionProposed _ -> unchanged();
            case DecisionTaken taken -> taken(recorded, taken);
            case DecisionOverturned _ -> overturned(recorded);
            // The taking says whether it was supported or referred up before.
            case DecisionSupported _, DecisionReferredUp _, DecisionReturnedDown _ -> unchanged();
            case DecisionReviewed _, DecisionRightSet _, DecisionRightRetired _ -> unchanged();
            case ChildRecordCreated _, ChildDetailsCorrected _, ChildDied _, AboutAccess _ -> unchanged();
            case OfRecordKeeping _ -> unchanged();
            case ReferralReceived _, ReferralLinkedToEarlier _, ReferralAcknowledged _, ReferralTriaged _ ->
                unchanged();
            case CaseOpened _, WorkerAllocated _, AllocationEnded _, CaseClosed _, CaseReopened _ -> unchanged();
            case DirectWorkHeld _, DirectWorkNotHeld _, CaseNoteRecorded _, WorkTimeLogged _ -> unchanged();
            case DeadlineSet _, DeadlineMet _, DeadlineMissed _ -> unchanged();
        };
    }

    private static List<Change> proposed(Recorded<CaseMessage> recorded, DecisionProposed proposal) {
        return List.of(PROPOSED.insert(new ProposalFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                proposal.proposedOn(),
                proposal.kind(),
                proposal.tier(),
                recorded.occurredAt(),
                recorded.recordedAt())));
    }

    private static List<Change> taken(Recorded<CaseMessage> recorded, DecisionTaken taken) {
        return List.of(TAKEN.insert(new DecisionFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                taken.takenOn(),
                taken.kind(),
                taken.tier(),
                taken.isForTheFrontLine(),
                taken.isByTheFrontLine(),
                taken.outsideRule().isPresent(),
                taken.supported(),
                taken.referredUp(),
                hours(Duration.between(taken.proposedAt(), taken.takenAt())),
                recorded.occurredAt(),
                recorded.recordedAt())));
    }

    private static BigDecimal hours(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).divide(AN_HOUR, 4, RoundingMode.HALF_UP);
    }

    private static List<Change> overturned(Recorded<CaseMessage> recorded) {
        return List.of(OVERTURNED.insert(new OverturnFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                recorded.occurredAt(),
                recorded.recordedAt())));
    }

    private static String type(Recorded<CaseMessage> recorded) {
        return CaseMessage.TYPES.of(recorded.event()).name();
    }
}
