package refocus.feedback.idea;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import refocus.eventsourcing.Impossible;
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
import refocus.feedback.idea.IdeaCommand.AttachEvidence;
import refocus.feedback.idea.IdeaCommand.DecideBusinessCase;
import refocus.feedback.idea.IdeaCommand.DraftBusinessCase;
import refocus.feedback.idea.IdeaCommand.ScoreChildNeed;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDecided;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.BusinessCaseSubmitted;
import refocus.feedback.idea.IdeaEvent.ChildNeedScored;
import refocus.feedback.idea.IdeaEvent.Dissent;
import refocus.feedback.idea.IdeaEvent.EvidenceAttached;
import refocus.feedback.idea.IdeaEvent.Option;

/// The rules of a business case: argued by one person with evidence and need scores, decided by another.
final class Arguing {

    private Arguing() {}

    static List<IdeaEvent> draft(Idea state, DraftBusinessCase asked) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed _ -> List.of(draft(asked));
            case Drafted drafted when drafted.argued().draft().author().equals(asked.author()) -> List.of(draft(asked));
            case Drafted _ -> throw new Refused("not-your-business-case").notAllowed();
            case Submitted _, Approved _ -> throw new Refused("business-case-submitted");
            case Declined _, Withdrawn _, Merged _ -> throw new Refused("idea-over");
        };
    }

    private static BusinessCaseDrafted draft(DraftBusinessCase asked) {
        if (asked.recommended() >= asked.options().size()) {
            throw new Impossible("recommended", "unknown-option");
        }
        return new BusinessCaseDrafted(
                asked.author(),
                asked.options().stream()
                        .map(way -> new Option(
                                about(asked.author(), way.name()),
                                about(asked.author(), way.benefit()),
                                way.costPounds()))
                        .toList(),
                asked.recommended(),
                asked.measure(),
                asked.baseline(),
                asked.target(),
                asked.on());
    }

    static List<IdeaEvent> attach(Idea state, AttachEvidence asked) {
        return drafted(state).has(List.of(asked.evidence()))
                ? List.of()
                : List.of(new EvidenceAttached(
                        asked.evidence(),
                        asked.strength(),
                        asked.worker(),
                        about(asked.worker(), asked.summary()),
                        asked.figure()));
    }

    static List<IdeaEvent> score(Idea state, ScoreChildNeed asked) {
        var scored = new ChildNeedScored(asked.worker(), asked.need(), asked.score());
        return drafted(state).scores().contains(scored) ? List.of() : List.of(scored);
    }

    static List<IdeaEvent> submit(Idea state, LocalDate on) {
        if (state instanceof Submitted) {
            return List.of();
        }
        BusinessCase argued = drafted(state);
        if (argued.evidence().isEmpty()) {
            throw new Refused("no-evidence");
        }
        if (argued.scores().isEmpty()) {
            throw new Refused("no-need-score");
        }
        return List.of(new BusinessCaseSubmitted(argued.needScore(), on));
    }

    static List<IdeaEvent> decide(Idea state, DecideBusinessCase asked) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed _, Drafted _ -> throw new Refused("business-case-not-submitted");
            case Submitted submitted -> List.of(decision(submitted.argued(), asked));
            case Approved approved when approved.decision().outcome() == asked.outcome() -> List.of();
            case Declined declined when declined.decision().outcome() == asked.outcome() -> List.of();
            case Approved _, Declined _ -> throw new Refused("business-case-decided");
            case Withdrawn _, Merged _ -> throw new Refused("idea-over");
        };
    }

    private static BusinessCaseDecided decision(BusinessCase argued, DecideBusinessCase asked) {
        if (argued.draft().author().equals(asked.worker())) {
            throw new Refused("own-business-case").notAllowed();
        }
        if (!argued.has(asked.evidence())) {
            throw new Impossible("evidence", "unknown-evidence");
        }
        return new BusinessCaseDecided(
                asked.worker(),
                asked.outcome(),
                asked.evidence(),
                about(asked.worker(), asked.rationale()),
                asked.dissent().stream()
                        .map(objection ->
                                new Dissent(objection.worker(), about(objection.worker(), objection.reason())))
                        .toList(),
                asked.on());
    }

    private static BusinessCase drafted(Idea state) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed _ -> throw new Refused("business-case-not-drafted");
            case Drafted drafted -> drafted.argued();
            case Submitted _, Approved _ -> throw new Refused("business-case-submitted");
            case Declined _, Withdrawn _, Merged _ -> throw new Refused("idea-over");
        };
    }
}
