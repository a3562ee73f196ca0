package refocus.cases.chronology;

import static refocus.cases.chronology.ChronologyEntry.Significance.HIGH;
import static refocus.cases.chronology.ChronologyEntry.Significance.LOW;
import static refocus.cases.chronology.ChronologyEntry.Significance.MEDIUM;

import java.util.List;
import java.util.Optional;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReferredUp;
import refocus.cases.decision.DecisionEvent.DecisionReturnedDown;
import refocus.cases.decision.DecisionEvent.DecisionReviewed;
import refocus.cases.decision.DecisionEvent.DecisionSupported;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.eventsourcing.projection.Change;

/// A decision in the stories of the children it is about: the reasons where it was proposed, and what became of it.
final class DecisionLines {

    private DecisionLines() {}

    static List<Change> of(Line line, DecisionEvent event) {
        return switch (event) {
            case DecisionProposed proposed ->
                line.about(proposed.children(), MEDIUM)
                        .coded(proposed.kind(), proposed.tier())
                        .saying(proposed.rationale())
                        .inChildsView(proposed.childView())
                        .inserted();
            case DecisionSupported supported ->
                line.about(supported.children(), LOW)
                        .coded(supported.kind(), supported.tier())
                        .saying(supported.reason())
                        .inserted();
            case DecisionReferredUp referred ->
                line.about(referred.children(), LOW)
                        .coded(referred.kind(), referred.tier())
                        .saying(Optional.of(referred.reason()))
                        .inserted();
            case DecisionReturnedDown returned ->
                line.about(returned.children(), LOW)
                        .coded(returned.kind(), returned.tier())
                        .saying(Optional.of(returned.reason()))
                        .inserted();
            case DecisionTaken taken ->
                line.about(taken.children(), HIGH)
                        .coded(taken.kind(), taken.tier())
                        .saying(taken.note().or(taken::outsideReason))
                        .outside(taken.outsideRule())
                        .inserted();
            case DecisionOverturned overturned ->
                line.about(overturned.children(), HIGH)
                        .coded(overturned.kind(), overturned.tier())
                        .saying(Optional.of(overturned.reason()))
                        .inserted();
            case DecisionReviewed reviewed ->
                line.about(reviewed.children(), MEDIUM)
                        .coded(reviewed.kind(), reviewed.tier(), reviewed.outcome())
                        .saying(reviewed.reason())
                        .inserted();
        };
    }
}
