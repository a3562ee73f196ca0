package refocus.reporting.ideas;

import static refocus.eventsourcing.projection.Change.unchanged;
import static refocus.reporting.ideas.IdeaFact.FACTS;
import static refocus.reporting.ideas.IdeaNow.IDEAS;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.ideas.IdeaMessage.BenefitMeasured;
import refocus.reporting.ideas.IdeaMessage.BusinessCaseDecided;
import refocus.reporting.ideas.IdeaMessage.BusinessCaseDrafted;
import refocus.reporting.ideas.IdeaMessage.BusinessCaseSubmitted;
import refocus.reporting.ideas.IdeaMessage.IdeaProposed;
import refocus.reporting.ideas.IdeaMessage.IdeaWithdrawn;
import refocus.reporting.ideas.IdeaMessage.IdeasMerged;
import refocus.reporting.ideas.IdeaMessage.ImplementationCompleted;

/// Which steps each idea has taken, and what came of it.
@Singleton
class IdeasProjection implements Projection<IdeaMessage> {

    @Override
    public String name() {
        return "ideas";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<IdeaMessage> feed() {
        return IdeaMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, IDEAS);
    }

    @Override
    public List<Change> apply(Recorded<IdeaMessage> recorded) {
        return switch (recorded.event()) {
            case IdeaProposed(var on) -> proposed(recorded, on);
            case BusinessCaseDrafted _ -> stepped(recorded, Step.DRAFTED);
            case BusinessCaseSubmitted _ -> stepped(recorded, Step.SUBMITTED);
            // Put off is not decided.
            case BusinessCaseDecided decision when decision.isDeferred() -> unchanged();
            case BusinessCaseDecided decision ->
                stepped(recorded, decision.isApproved() ? Step.APPROVED : Step.DECLINED);
            case ImplementationCompleted _ -> stepped(recorded, Step.IMPLEMENTED);
            case BenefitMeasured benefit -> stepped(recorded, Step.MEASURED, Optional.of(benefit));
            case IdeaWithdrawn _ -> stepped(recorded, Step.WITHDRAWN);
            // The other idea goes on.
            case IdeasMerged(var ended) -> ended ? stepped(recorded, Step.MERGED) : unchanged();
        };
    }

    private static List<Change> proposed(Recorded<IdeaMessage> recorded, LocalDate on) {
        return List.of(
                FACTS.insert(IdeaFact.of(recorded, Step.PROPOSED, Optional.of(on), Optional.empty())),
                IDEAS.insert(IdeaNow.proposed(recorded.stream().id(), on)));
    }

    private static List<Change> stepped(Recorded<IdeaMessage> recorded, Step step) {
        return stepped(recorded, step, Optional.empty());
    }

    private static List<Change> stepped(Recorded<IdeaMessage> recorded, Step step, Optional<BenefitMeasured> benefit) {
        return List.of(
                FACTS.insert(IdeaFact.of(recorded, step, Optional.empty(), benefit)),
                IDEAS.update(
                        idea -> idea.after(step, benefit), recorded.stream().id()));
    }
}
