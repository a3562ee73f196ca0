package refocus.cases.decision;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.decision.DecisionEvent.DecisionProposed;

/// What is true of a decision from its proposal on.
///
/// @param supporters who stand behind it
/// @param referredTo the level that is asked to take it, while it is
/// @param everReferredUp whether it was referred up, be it returned since
public record DecisionFile(
        DecisionProposed proposal, Set<UUID> supporters, Optional<Integer> referredTo, boolean everReferredUp) {

    static DecisionFile of(DecisionProposed proposal) {
        return new DecisionFile(proposal, Set.of(), Optional.empty(), false);
    }

    /// Of a decision in any state; empty for one that nobody has proposed.
    public static Optional<DecisionFile> of(Decision state) {
        return switch (state) {
            case Decision.Unproposed _ -> Optional.empty();
            case Decision.Proposed(var file) -> Optional.of(file);
            case Decision.Taken taken -> Optional.of(taken.file());
            case Decision.Overturned overturned -> Optional.of(overturned.file());
        };
    }

    DecisionFile supportedBy(UUID worker) {
        var more = new HashSet<>(supporters);
        more.add(worker);
        return new DecisionFile(proposal, Set.copyOf(more), referredTo, everReferredUp);
    }

    DecisionFile referredTo(int level) {
        return new DecisionFile(proposal, supporters, Optional.of(level), true);
    }

    DecisionFile returned() {
        return new DecisionFile(proposal, supporters, Optional.empty(), everReferredUp);
    }

    /// The level that may take it now: what its right needs, or whom it was referred to.
    public int neededLevel() {
        return Math.max(proposal.requiredLevel(), referredTo.orElse(0));
    }

    /// Whether that decision is what it is about.
    public boolean isAbout(Optional<UUID> referral, Optional<UUID> caseId) {
        return proposal.referral().equals(referral) && proposal.caseId().equals(caseId);
    }
}
