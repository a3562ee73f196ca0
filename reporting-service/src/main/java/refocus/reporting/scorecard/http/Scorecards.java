package refocus.reporting.scorecard.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.http.Caller;
import refocus.reporting.catalogue.http.Answer;
import refocus.reporting.catalogue.http.Answers;
import refocus.reporting.figures.Question;
import refocus.reporting.milestones.Milestone;
import refocus.reporting.milestones.Milestones;
import refocus.reporting.scorecard.Headline;
import refocus.reporting.scorecard.Headlines;
import refocus.reporting.scorecard.Measure;
import refocus.reporting.scorecard.Scorecard;

/// Asks each report with a headline once, and puts the scorecard together.
@Singleton
class Scorecards {

    private final Headlines headlines;
    private final Answers answers;
    private final Milestones milestones;

    Scorecards(Headlines headlines, Answers answers, Milestones milestones) {
        this.headlines = headlines;
        this.answers = answers;
        this.milestones = milestones;
    }

    Uni<Scorecard> of(Question question, Caller caller) {
        return Multi.createFrom()
                .iterable(headlines.reports())
                .onItem()
                .transformToUniAndConcatenate(report -> answers.to(report, question, caller))
                .collect()
                .asList()
                .chain(answered -> milestones.in(question.period()).map(marks -> scorecard(question, answered, marks)));
    }

    private Scorecard scorecard(Question question, List<Answer> answered, List<Milestone> marks) {
        return new Scorecard(
                question,
                headlines.all().stream()
                        .flatMap(headline -> answered.stream()
                                .filter(answer -> answer.report().name().equals(headline.report()))
                                .map(answer -> measure(headline, answer)))
                        .toList(),
                marks,
                lowest(answered));
    }

    private static Measure measure(Headline headline, Answer answer) {
        return Measure.of(
                headline, answer.report(), answer.question().parts(), answer.figures(), answer.completeThrough());
    }

    /// Of all, or none.
    private static Optional<Instant> lowest(List<Answer> answered) {
        return answered.stream().anyMatch(answer -> answer.completeThrough().isEmpty())
                ? Optional.empty()
                : answered.stream()
                        .flatMap(answer -> answer.completeThrough().stream())
                        .min(Instant::compareTo);
    }
}
