package refocus.cases;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import refocus.cases.access.ChildAccess;
import refocus.cases.child.Child;
import refocus.cases.childcase.ChildCase;
import refocus.cases.deadline.Deadline;
import refocus.cases.decision.Decision;
import refocus.cases.decisionright.DecisionRight;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.referral.Referral;
import refocus.cases.workday.WorkDay;
import refocus.eventsourcing.Streams;

/// What this service's log may hold.
public final class CaseStreams {

    public static final Streams ALL = Streams.of(
            "case",
            Child.TYPE,
            ChildAccess.TYPE,
            Referral.TYPE,
            ChildCase.TYPE,
            Decision.TYPE,
            DecisionRight.TYPE,
            WorkDay.TYPE,
            Deadline.TYPE,
            RecordKeeping.TYPE);

    private CaseStreams() {}

    @Produces
    @Singleton
    static Streams streams() {
        return ALL;
    }
}
