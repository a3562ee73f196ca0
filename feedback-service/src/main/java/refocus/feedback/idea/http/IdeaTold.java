package refocus.feedback.idea.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.feedback.idea.IdeaCommand.DecideBusinessCase;
import refocus.feedback.idea.IdeaCommand.DraftBusinessCase;
import refocus.feedback.idea.IdeaCommand.Objection;
import refocus.feedback.idea.IdeaCommand.Way;
import refocus.feedback.idea.IdeaEvent.Citation;
import refocus.feedback.idea.IdeaEvent.Outcome;

/// What callers say of ideas and business cases.
final class IdeaTold {

    private static final int LONGEST = 4_000;
    private static final int TITLE = 200;

    record Proposal(
            @NotBlank @Size(max = TITLE) String title,
            @NotBlank @Size(max = LONGEST) String text,
            Optional<Instant> occurredAt) {}

    record Support(Optional<Instant> occurredAt) {}

    record Merging(@NotNull UUID absorbed, Optional<Instant> occurredAt) {}

    record Withdrawal(@NotBlank @Size(max = LONGEST) String reason, Optional<Instant> occurredAt) {}

    record Choice(
            @NotBlank @Size(max = TITLE) String name,
            @NotBlank @Size(max = LONGEST) String benefit,
            @NotNull @Min(0) Long costPounds) {

        Way way() {
            return new Way(name, benefit, costPounds);
        }
    }

    record Draft(
            @NotEmpty @Size(max = 10) List<@NotNull @Valid Choice> options,
            @NotNull @Min(0) Integer recommended,
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,60}") String measure,
            @NotNull BigDecimal baseline,
            @NotNull BigDecimal target,
            Optional<Instant> occurredAt) {

        DraftBusinessCase asked(UUID author, LocalDate on) {
            return new DraftBusinessCase(
                    author, options.stream().map(Choice::way).toList(), recommended, measure, baseline, target, on);
        }
    }

    record Figure(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,60}") String report,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotBlank @Size(max = TITLE) String position) {

        Citation cited() {
            return new Citation(report, from, to, position);
        }
    }

    record Evidence(
            @NotBlank String strength,
            @NotBlank @Size(max = LONGEST) String summary,
            Optional<@Valid Figure> figure,
            Optional<Instant> occurredAt) {}

    record NeedScore(
            @NotBlank String need, @NotNull @Min(0) @Max(5) Integer score, Optional<Instant> occurredAt) {}

    record Submission(Optional<Instant> occurredAt) {}

    record Disagreement(
            @NotNull UUID worker,
            @NotBlank @Size(max = LONGEST) String reason) {}

    record Decision(
            @NotNull Outcome outcome,
            @NotEmpty @Size(max = 50) List<@NotNull UUID> evidence,
            @NotBlank @Size(max = LONGEST) String rationale,
            Optional<@Size(max = 50) List<@NotNull @Valid Disagreement>> dissent,
            Optional<Instant> occurredAt) {

        DecideBusinessCase asked(UUID worker, LocalDate on) {
            List<Objection> objections = dissent.orElse(List.of()).stream()
                    .map(one -> new Objection(one.worker(), one.reason()))
                    .toList();
            return new DecideBusinessCase(worker, outcome, evidence, rationale, objections, on);
        }
    }

    /// A step of the implementation.
    record Step(@NotNull Stage stage, Optional<Instant> occurredAt) {}

    enum Stage {
        STARTED,
        COMPLETED
    }

    record Benefit(@NotNull BigDecimal value, Optional<Instant> occurredAt) {}

    private IdeaTold() {}
}
