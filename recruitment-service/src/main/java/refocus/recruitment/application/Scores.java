package refocus.recruitment.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.personal.Sealed;
import refocus.recruitment.application.ScoreEvent.AssessorRecused;
import refocus.recruitment.application.ScoreEvent.CriterionScored;
import refocus.recruitment.application.ScoreEvent.ScoreModerated;
import refocus.recruitment.application.ScoreEvent.ScoresRevealed;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

/// What the panel made of an application, and what follows from it. Scores of the recused are kept and do not count.
public record Scores(List<Score> given, List<Moderation> moderations, List<UUID> recused, List<Stage> revealed) {

    static final Scores NONE = new Scores(List.of(), List.of(), List.of(), List.of());

    /// One assessor's judgement on one criterion.
    public record Score(UUID assessor, String criterion, Stage stage, int score, Sealed evidence) {}

    /// What the panel agreed on instead of the mean.
    public record Moderation(String criterion, int score, Sealed reason, UUID moderator) {}

    /// The scores that count, of one criterion.
    public List<Score> of(String criterion) {
        return given.stream()
                .filter(score -> score.criterion().equals(criterion) && !recused.contains(score.assessor()))
                .toList();
    }

    public Optional<Score> by(UUID assessor, String criterion) {
        return of(criterion).stream()
                .filter(score -> score.assessor().equals(assessor))
                .findFirst();
    }

    public Optional<Moderation> moderation(String criterion) {
        return moderations.stream()
                .filter(agreed -> agreed.criterion().equals(criterion))
                .findFirst();
    }

    /// What a criterion came to: as moderated, else the mean, to two decimals; empty before anyone has scored it.
    public Optional<BigDecimal> result(Criterion criterion) {
        return moderation(criterion.id())
                .map(agreed -> BigDecimal.valueOf(agreed.score()).setScale(2))
                .or(() -> mean(of(criterion.id())));
    }

    /// The weighted mean of a stage's criteria, 0 to 5 to two decimals; empty while one of them has no result.
    public Optional<BigDecimal> weighted(List<Criterion> criteria) {
        if (criteria.isEmpty()
                || criteria.stream().anyMatch(criterion -> result(criterion).isEmpty())) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        for (Criterion criterion : criteria) {
            sum = sum.add(result(criterion).orElseThrow().multiply(BigDecimal.valueOf(criterion.weight())));
            weights += criterion.weight();
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP));
    }

    /// The essential criteria among these whose result is under their minimum; one without a result is not met either.
    public List<String> unmet(List<Criterion> criteria) {
        return criteria.stream()
                .filter(Criterion::essential)
                .filter(criterion -> result(criterion)
                        .filter(result -> result.compareTo(BigDecimal.valueOf(criterion.needs())) >= 0)
                        .isEmpty())
                .map(Criterion::id)
                .toList();
    }

    /// Who still has to score something of a stage before it is revealed.
    public List<UUID> awaited(Terms terms, Stage stage) {
        return terms.assessorsOf(stage).stream()
                .filter(assessor -> !recused.contains(assessor))
                .filter(assessor -> terms.criteriaOf(stage).stream()
                        .anyMatch(criterion -> by(assessor, criterion.id()).isEmpty()))
                .toList();
    }

    boolean complete(Terms terms, Stage stage) {
        return !terms.criteriaOf(stage).isEmpty()
                && terms.assessorsOf(stage).stream().anyMatch(assessor -> !recused.contains(assessor))
                && awaited(terms, stage).isEmpty();
    }

    public boolean isRevealed(Stage stage) {
        return revealed.contains(stage);
    }

    Scores after(ScoreEvent event) {
        return switch (event) {
            case CriterionScored scored -> scored(scored);
            case ScoresRevealed(var stage) -> new Scores(given, moderations, recused, and(revealed, stage));
            case ScoreModerated moderated -> moderated(moderated);
            case AssessorRecused gone -> new Scores(given, moderations, and(recused, gone.assessor()), revealed);
        };
    }

    private Scores scored(CriterionScored event) {
        var others = given.stream()
                .filter(score -> !score.assessor().equals(event.assessor())
                        || !score.criterion().equals(event.criterion()));
        var score = new Score(event.assessor(), event.criterion(), event.stage(), event.score(), event.evidence());
        return new Scores(Stream.concat(others, Stream.of(score)).toList(), moderations, recused, revealed);
    }

    private Scores moderated(ScoreModerated event) {
        var others = moderations.stream().filter(agreed -> !agreed.criterion().equals(event.criterion()));
        var agreed = new Moderation(event.criterion(), event.score(), event.reason(), event.moderator());
        return new Scores(given, Stream.concat(others, Stream.of(agreed)).toList(), recused, revealed);
    }

    private static Optional<BigDecimal> mean(List<Score> scores) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        int sum = scores.stream().mapToInt(Score::score).sum();
        return Optional.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP));
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
