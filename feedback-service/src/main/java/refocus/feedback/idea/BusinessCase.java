package refocus.feedback.idea;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.ChildNeedScored;
import refocus.feedback.idea.IdeaEvent.EvidenceAttached;

/// An idea argued with evidence and scored by children's needs.
public record BusinessCase(BusinessCaseDrafted draft, List<EvidenceAttached> evidence, List<ChildNeedScored> scores) {

    static BusinessCase of(BusinessCaseDrafted draft) {
        return new BusinessCase(draft, List.of(), List.of());
    }

    BusinessCase redrafted(BusinessCaseDrafted next) {
        return new BusinessCase(next, evidence, scores);
    }

    BusinessCase with(EvidenceAttached more) {
        return new BusinessCase(
                draft, Stream.concat(evidence.stream(), Stream.of(more)).toList(), scores);
    }

    BusinessCase with(ChildNeedScored score) {
        Stream<ChildNeedScored> others = scores.stream()
                .filter(before -> !before.scorer().equals(score.scorer())
                        || !before.need().equals(score.need()));
        return new BusinessCase(
                draft, evidence, Stream.concat(others, Stream.of(score)).toList());
    }

    boolean has(List<UUID> cited) {
        return evidence.stream().map(EvidenceAttached::evidence).toList().containsAll(cited);
    }

    /// The mean of all scores.
    BigDecimal needScore() {
        int sum = scores.stream().mapToInt(ChildNeedScored::score).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
    }
}
