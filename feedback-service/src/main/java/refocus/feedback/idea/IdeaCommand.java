package refocus.feedback.idea;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.feedback.idea.IdeaEvent.Citation;
import refocus.feedback.idea.IdeaEvent.Outcome;

/// What may be asked about an idea.
public sealed interface IdeaCommand {

    record ProposeIdea(UUID worker, String title, String text, LocalDate on) implements IdeaCommand {}

    record SupportIdea(UUID worker) implements IdeaCommand {}

    /// Takes another idea in.
    record AbsorbIdea(UUID into, UUID absorbed, Set<UUID> supporters) implements IdeaCommand {}

    /// The other side of it: this idea goes on in another.
    record JoinIdea(UUID into, UUID absorbed, Set<UUID> supporters) implements IdeaCommand {}

    record WithdrawIdea(UUID worker, String reason, LocalDate on) implements IdeaCommand {}

    record DraftBusinessCase(
            UUID author,
            List<Way> options,
            int recommended,
            String measure,
            BigDecimal baseline,
            BigDecimal target,
            LocalDate on)
            implements IdeaCommand {}

    record AttachEvidence(UUID evidence, UUID worker, String strength, String summary, Optional<Citation> figure)
            implements IdeaCommand {}

    record ScoreChildNeed(UUID worker, String need, int score) implements IdeaCommand {}

    record SubmitBusinessCase(LocalDate on) implements IdeaCommand {}

    record DecideBusinessCase(
            UUID worker, Outcome outcome, List<UUID> evidence, String rationale, List<Objection> dissent, LocalDate on)
            implements IdeaCommand {}

    record StartImplementation(LocalDate on) implements IdeaCommand {}

    record CompleteImplementation(LocalDate on) implements IdeaCommand {}

    record MeasureBenefit(BigDecimal value, LocalDate on) implements IdeaCommand {}

    /// An option, still in clear.
    record Way(String name, String benefit, long costPounds) {}

    /// A dissent, still in clear.
    record Objection(UUID worker, String reason) {}
}
