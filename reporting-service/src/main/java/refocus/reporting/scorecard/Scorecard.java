package refocus.reporting.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import refocus.reporting.figures.Question;
import refocus.reporting.milestones.Milestone;

/// The headline measures of a period, as one reader sees them.
///
/// @param completeThrough everything recorded up to then is in all the figures
public record Scorecard(
        Question question, List<Measure> measures, List<Milestone> milestones, Optional<Instant> completeThrough) {

    /// How many measures with a way to go went it, since the first finished part of the period.
    ///
    /// @param of those that could be compared
    public record Direction(long right, long of) {}

    public Direction direction() {
        List<Better.Verdict> verdicts = measures.stream()
                .filter(measure -> measure.headline().better() != Better.NEITHER)
                .flatMap(measure -> measure.sinceFirst().or(measure::sinceBefore).stream())
                .map(Measure.Change::verdict)
                .toList();
        long right = verdicts.stream().filter(Better.Verdict.BETTER::equals).count();
        return new Direction(right, verdicts.size());
    }
}
