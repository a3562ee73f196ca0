package refocus.cases.decision.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.decision.Decision;
import refocus.cases.decision.Decision.Overturned;
import refocus.cases.decision.Decision.Proposed;
import refocus.cases.decision.Decision.Taken;
import refocus.cases.decision.Decision.Unproposed;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReviewed;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.cases.decision.DecisionFile;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;

/// A decision as its reader sees it; what is erased is left out.
///
/// @param requiredLevel the lowest that may take it, by that version of its right
/// @param neededLevel who may take it now: higher where it was referred up
record DecisionShown(
        UUID id,
        Optional<UUID> referral,
        @JsonProperty("case") Optional<UUID> caseId,
        List<UUID> children,
        Status status,
        String kind,
        String tier,
        int requiredLevel,
        Optional<Integer> rightVersion,
        int neededLevel,
        Optional<UUID> proposedBy,
        int proposerLevel,
        Instant proposedAt,
        List<String> options,
        Optional<String> rationale,
        Optional<String> childView,
        Set<UUID> supportedBy,
        boolean referredUp,
        Optional<TakingShown> taking,
        Optional<OverturningShown> overturning,
        List<ReviewShown> reviews) {

    enum Status {
        PROPOSED,
        TAKEN,
        OVERTURNED
    }

    record TakingShown(
            int level,
            boolean aboveRequired,
            Optional<UUID> by,
            Instant at,
            Optional<String> note,
            Optional<String> outsideRule,
            Optional<String> outsideReason) {

        TakingShown withoutWords() {
            return new TakingShown(level, aboveRequired, by, at, Optional.empty(), outsideRule, Optional.empty());
        }
    }

    record OverturningShown(int level, Optional<UUID> by, LocalDate on, Optional<String> reason) {

        OverturningShown withoutWords() {
            return new OverturningShown(level, by, on, Optional.empty());
        }
    }

    record ReviewShown(String outcome, int level, Optional<UUID> by, LocalDate on, Optional<String> reason) {

        ReviewShown withoutWords() {
            return new ReviewShown(outcome, level, by, on, Optional.empty());
        }
    }

    /// Whose keys its texts are under.
    static Set<UUID> subjects(Decision state) {
        return DecisionFile.of(state)
                .map(file -> Set.of(file.proposal().children().getFirst()))
                .orElse(Set.of());
    }

    static DecisionShown of(UUID id, Decision state, Opener opener) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("decision");
            case Proposed(var file) ->
                of(id, Status.PROPOSED, file, Optional.empty(), Optional.empty(), List.of(), opener);
            case Taken(var file, var taking, var reviews) ->
                of(id, Status.TAKEN, file, Optional.of(taking), Optional.empty(), reviews, opener);
            case Overturned(var file, var taking, var overturning, var reviews) ->
                of(id, Status.OVERTURNED, file, Optional.of(taking), Optional.of(overturning), reviews, opener);
        };
    }

    private static DecisionShown of(
            UUID id,
            Status status,
            DecisionFile file,
            Optional<DecisionTaken> taking,
            Optional<DecisionOverturned> overturning,
            List<DecisionReviewed> reviews,
            Opener opener) {
        DecisionProposed proposal = file.proposal();
        return new DecisionShown(
                id,
                proposal.referral(),
                proposal.caseId(),
                proposal.children(),
                status,
                proposal.kind(),
                proposal.tier(),
                proposal.requiredLevel(),
                proposal.rightVersion(),
                file.neededLevel(),
                proposal.proposedBy(),
                proposal.proposerLevel(),
                proposal.proposedAt(),
                proposal.options().stream()
                        .flatMap(option -> opener.open(option).text().stream())
                        .toList(),
                opener.text(proposal.rationale()),
                opener.text(proposal.childView()),
                file.supporters(),
                file.everReferredUp(),
                taking.map(taken -> shown(taken, opener)),
                overturning.map(overturned -> shown(overturned, opener)),
                reviews.stream().map(review -> shown(review, opener)).toList());
    }

    /// The same for one who may see only these: without the others, and without words where there are any, for they may
    /// be about them.
    DecisionShown of(Set<UUID> seen) {
        return seen.containsAll(children)
                ? this
                : new DecisionShown(
                        id,
                        referral,
                        caseId,
                        children.stream().filter(seen::contains).toList(),
                        status,
                        kind,
                        tier,
                        requiredLevel,
                        rightVersion,
                        neededLevel,
                        proposedBy,
                        proposerLevel,
                        proposedAt,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        supportedBy,
                        referredUp,
                        taking.map(TakingShown::withoutWords),
                        overturning.map(OverturningShown::withoutWords),
                        reviews.stream().map(ReviewShown::withoutWords).toList());
    }

    private static TakingShown shown(DecisionTaken taken, Opener opener) {
        return new TakingShown(
                taken.level(),
                taken.aboveRequired(),
                taken.takenBy(),
                taken.takenAt(),
                opener.text(taken.note()),
                taken.outsideRule(),
                opener.text(taken.outsideReason()));
    }

    private static OverturningShown shown(DecisionOverturned overturned, Opener opener) {
        return new OverturningShown(
                overturned.overturnedLevel(),
                overturned.overturnedBy(),
                overturned.overturnedOn(),
                opener.open(overturned.reason()).text());
    }

    private static ReviewShown shown(DecisionReviewed review, Opener opener) {
        return new ReviewShown(
                review.outcome(),
                review.level(),
                review.reviewedBy(),
                review.reviewedOn(),
                opener.text(review.reason()));
    }
}
