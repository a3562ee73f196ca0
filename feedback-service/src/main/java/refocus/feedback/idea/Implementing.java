package refocus.feedback.idea;

import java.time.LocalDate;
import java.util.List;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.feedback.idea.Idea.Approved;
import refocus.feedback.idea.Idea.Declined;
import refocus.feedback.idea.Idea.Drafted;
import refocus.feedback.idea.Idea.Merged;
import refocus.feedback.idea.Idea.Proposed;
import refocus.feedback.idea.Idea.Submitted;
import refocus.feedback.idea.Idea.Unproposed;
import refocus.feedback.idea.Idea.Withdrawn;
import refocus.feedback.idea.IdeaCommand.MeasureBenefit;
import refocus.feedback.idea.IdeaEvent.BenefitMeasured;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.ImplementationCompleted;
import refocus.feedback.idea.IdeaEvent.ImplementationStarted;

/// The rules of doing what was approved, and of measuring what it brought.
final class Implementing {

    private Implementing() {}

    static List<IdeaEvent> start(Idea state, LocalDate on) {
        return approved(state).startedOn().isPresent() ? List.of() : List.of(new ImplementationStarted(on));
    }

    static List<IdeaEvent> complete(Idea state, LocalDate on) {
        Approved approved = approved(state);
        if (approved.startedOn().isEmpty()) {
            throw new Refused("implementation-not-started");
        }
        return approved.completedOn().isPresent() ? List.of() : List.of(new ImplementationCompleted(on));
    }

    static List<IdeaEvent> measure(Idea state, MeasureBenefit asked) {
        Approved approved = approved(state);
        if (approved.startedOn().isEmpty()) {
            throw new Refused("implementation-not-started");
        }
        BusinessCaseDrafted draft = approved.argued().draft();
        var measured = new BenefitMeasured(
                draft.measure(),
                draft.baseline(),
                draft.target(),
                asked.value(),
                asked.value().subtract(draft.baseline()),
                asked.on());
        return approved.benefits().contains(measured) ? List.of() : List.of(measured);
    }

    private static Approved approved(Idea state) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Approved approved -> approved;
            case Proposed _, Drafted _, Submitted _ -> throw new Refused("business-case-not-approved");
            case Declined _, Withdrawn _, Merged _ -> throw new Refused("idea-over");
        };
    }
}
