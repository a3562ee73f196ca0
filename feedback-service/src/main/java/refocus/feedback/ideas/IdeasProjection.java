package refocus.feedback.ideas;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.feedback.idea.IdeaEvent;
import refocus.feedback.idea.IdeaEvent.BenefitMeasured;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDecided;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.BusinessCaseSubmitted;
import refocus.feedback.idea.IdeaEvent.ChildNeedScored;
import refocus.feedback.idea.IdeaEvent.EvidenceAttached;
import refocus.feedback.idea.IdeaEvent.IdeaProposed;
import refocus.feedback.idea.IdeaEvent.IdeaSupported;
import refocus.feedback.idea.IdeaEvent.IdeaWithdrawn;
import refocus.feedback.idea.IdeaEvent.IdeasMerged;
import refocus.feedback.idea.IdeaEvent.ImplementationCompleted;
import refocus.feedback.idea.IdeaEvent.ImplementationStarted;
import refocus.feedback.ideas.IdeaEntry.Stage;

/// Keeps a row for each idea.
@Singleton
public class IdeasProjection implements Projection<IdeaEvent> {

    public static final Table<IdeaEntry> IDEAS = Table.of("ideas", IdeaEntry.class, "idea");

    @Override
    public String name() {
        return "ideas";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<IdeaEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(IdeaEvent.class), Set.of("idea"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(IDEAS);
    }

    @Override
    public List<Change> apply(Recorded<IdeaEvent> recorded) {
        UUID idea = recorded.stream().id();
        return switch (recorded.event()) {
            case IdeaProposed proposed -> List.of(IDEAS.insert(entry(recorded, proposed)));
            case IdeaSupported _ -> changed(idea, row -> row.supportedBy(1));
            case IdeasMerged merged ->
                changed(
                        idea,
                        row -> merged.ended()
                                ? row.at(Stage.MERGED)
                                : row.supportedBy(merged.supporters().size()));
            case IdeaWithdrawn _ -> changed(idea, row -> row.at(Stage.WITHDRAWN));
            case BusinessCaseDrafted _ -> changed(idea, row -> row.at(Stage.DRAFTED));
            case BusinessCaseSubmitted submitted -> changed(idea, row -> row.submitted(submitted.needScore()));
            case BusinessCaseDecided decided -> changed(idea, row -> decided(row, decided));
            case ImplementationStarted _ -> changed(idea, row -> row.at(Stage.STARTED));
            case ImplementationCompleted _ -> changed(idea, row -> row.at(Stage.COMPLETED));
            case BenefitMeasured benefit -> changed(idea, row -> row.measured(benefit.change()));
            case EvidenceAttached _, ChildNeedScored _ -> Change.unchanged(); // read with the idea itself
        };
    }

    private static List<Change> changed(UUID idea, UnaryOperator<IdeaEntry> change) {
        return List.of(IDEAS.update(change, idea));
    }

    private static IdeaEntry decided(IdeaEntry row, BusinessCaseDecided decided) {
        return switch (decided.outcome()) {
            case APPROVED -> row.at(Stage.APPROVED);
            case DECLINED -> row.at(Stage.DECLINED);
            case DEFERRED -> row;
        };
    }

    private static IdeaEntry entry(Recorded<?> recorded, IdeaProposed proposed) {
        return new IdeaEntry(
                recorded.stream().id(),
                Stage.PROPOSED,
                proposed.title(),
                proposed.proposedBy(),
                recorded.occurredAt(),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
