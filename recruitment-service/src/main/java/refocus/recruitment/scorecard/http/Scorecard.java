package refocus.recruitment.scorecard.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Opener;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.ApplicationStatus;
import refocus.recruitment.application.File;
import refocus.recruitment.application.Scores;
import refocus.recruitment.application.Scores.Score;
import refocus.recruitment.application.http.Reader;
import refocus.recruitment.vacancy.Bilingual;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

/// What a panel made of one application. A stage that is not revealed shows its reader's own scores and no result.
///
/// @param candidate hidden from the panel until the sift is decided
/// @param unmetEssentials of the revealed stages: criteria under their minimum
/// @param checksOutstanding the mandatory kinds that do not count today
public record Scorecard(
        UUID application,
        Optional<UUID> candidate,
        ApplicationStatus status,
        List<StageCard> stages,
        List<String> unmetEssentials,
        List<String> checksOutstanding) {

    /// One stage of the selection.
    ///
    /// @param awaited how many assessors still have to score something of it
    /// @param weighted 0 to 5
    public record StageCard(
            Stage stage, boolean revealed, int awaited, Optional<BigDecimal> weighted, List<CriterionCard> criteria) {}

    /// One criterion, and what its assessors made of it.
    ///
    /// @param needs the score under which an essential criterion is not met
    /// @param result as moderated, else the mean
    /// @param spread between the highest and the lowest score, before moderation
    public record CriterionCard(
            String id,
            Bilingual title,
            boolean essential,
            int weight,
            int needs,
            Optional<BigDecimal> result,
            Optional<Integer> spread,
            Optional<Moderated> moderated,
            List<Given> scores) {}

    public record Given(UUID assessor, int score, Optional<String> evidence) {}

    public record Moderated(int score, UUID moderator, Optional<String> reason) {}

    public static Scorecard of(
            UUID id, OnFile application, Terms terms, Reader reader, Opener opener, LocalDate today) {
        File file = application.file();
        var revealed = terms.criteria().stream()
                .filter(criterion -> file.scores().isRevealed(criterion.stage()))
                .toList();
        return new Scorecard(
                id,
                Optional.of(file.candidate()).filter(_ -> reader.seesWho(application)),
                ApplicationStatus.of(application),
                Arrays.stream(Stage.values())
                        .filter(stage -> !terms.criteriaOf(stage).isEmpty())
                        .map(stage -> stage(application, terms, stage, reader, opener))
                        .toList(),
                file.scores().unmet(revealed),
                file.checks().open(terms.post().checks(), today));
    }

    private static StageCard stage(OnFile application, Terms terms, Stage stage, Reader reader, Opener opener) {
        Scores scores = application.file().scores();
        List<Criterion> criteria = terms.criteriaOf(stage);
        boolean revealed = scores.isRevealed(stage);
        return new StageCard(
                stage,
                revealed,
                scores.awaited(terms, stage).size(),
                revealed ? scores.weighted(criteria) : Optional.empty(),
                criteria.stream()
                        .map(criterion -> criterion(application, criterion, reader, opener))
                        .toList());
    }

    private static CriterionCard criterion(OnFile application, Criterion criterion, Reader reader, Opener opener) {
        Scores scores = application.file().scores();
        boolean revealed = scores.isRevealed(criterion.stage());
        var given = scores.of(criterion.id());
        return new CriterionCard(
                criterion.id(),
                criterion.title(),
                criterion.essential(),
                criterion.weight(),
                criterion.needs(),
                revealed ? scores.result(criterion) : Optional.empty(),
                revealed ? spread(given) : Optional.empty(),
                scores.moderation(criterion.id())
                        .map(agreed -> new Moderated(
                                agreed.score(),
                                agreed.moderator(),
                                opener.open(agreed.reason()).text())),
                given.stream()
                        .filter(score -> reader.sees(application, criterion.stage(), score))
                        .map(score -> new Given(
                                score.assessor(),
                                score.score(),
                                opener.open(score.evidence()).text()))
                        .toList());
    }

    private static Optional<Integer> spread(List<Score> scores) {
        var range = scores.stream().mapToInt(Score::score).summaryStatistics();
        return scores.isEmpty() ? Optional.empty() : Optional.of(range.getMax() - range.getMin());
    }
}
