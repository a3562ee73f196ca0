package refocus.recruitment.scorecard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.recruitment.application.Facts.HEAD;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.OWEN;
import static refocus.recruitment.application.Facts.SIAN;
import static refocus.recruitment.application.Facts.TERMS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.personal.Opened;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.Facts;
import refocus.recruitment.application.ScoreEvent.AssessorRecused;
import refocus.recruitment.application.ScoreEvent.ScoresRevealed;
import refocus.recruitment.application.http.Reader;
import refocus.recruitment.scorecard.http.Scorecard.CriterionCard;
import refocus.recruitment.scorecard.http.Scorecard.Given;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.Stage;

/// What each reader is shown before and after the reveal.
class ScorecardTest {

    static final LocalDate TODAY = LocalDate.parse("2026-09-10");
    static final Criterion DIRECT_WORK = TERMS.criteria().getFirst();
    static final Criterion WELSH = TERMS.criteria().get(1);
    static final Reader RECRUITER = new Reader(Optional.of(HEAD), true, false);

    @Test
    void before_the_reveal_everyone_sees_their_own_scores_and_no_result() {
        var history = history(Facts.scored(SIAN, DIRECT_WORK, 4));
        assertThat(directWork(history, assessor(SIAN)).scores())
                .extracting(Given::assessor)
                .containsExactly(SIAN);
        assertThat(List.of(directWork(history, assessor(OWEN)), directWork(history, RECRUITER)))
                .allSatisfy(card -> {
                    assertThat(card.scores()).isEmpty();
                    assertThat(card.result()).isEmpty();
                    assertThat(card.spread()).isEmpty();
                });
        var sift = card(history, assessor(OWEN)).stages().getFirst();
        assertThat(sift.awaited()).isEqualTo(2);
        assertThat(sift.weighted()).isEmpty();
    }

    @Test
    void after_it_all_see_all_with_spread_and_weighted_score() {
        var history = history(
                Facts.scored(SIAN, DIRECT_WORK, 4),
                Facts.scored(SIAN, WELSH, 2),
                Facts.scored(OWEN, DIRECT_WORK, 1),
                Facts.scored(OWEN, WELSH, 2),
                new ScoresRevealed(Stage.SIFT));
        var card = card(history, assessor(OWEN));
        assertThat(card.stages().getFirst().weighted()).contains(new BigDecimal("2.38"));
        assertThat(card.unmetEssentials()).containsExactly("direct-work");
        assertThat(card.checksOutstanding()).containsExactly("IDENTITY", "DBS_ENHANCED");
        assertThat(directWork(history, assessor(OWEN)).spread()).contains(3);
        assertThat(directWork(history, assessor(OWEN)).scores()).hasSize(2);
    }

    @Test
    void the_sift_is_anonymised_for_those_who_judge() {
        var history = history();
        assertThat(card(history, assessor(SIAN)).candidate()).isEmpty();
        assertThat(card(history, RECRUITER).candidate()).contains(MARI);
    }

    @Test
    void who_is_recused_or_a_stranger_sees_nothing() {
        var history = history(new AssessorRecused(SIAN, "RELATED"));
        var application = Application.TYPE.decider().fold(history);
        assertThat(assessor(SIAN).sees(application, TERMS)).isFalse();
        assertThat(assessor(OWEN).sees(application, TERMS)).isTrue();
        assertThat(assessor(MARI).sees(application, TERMS)).isFalse();
    }

    private static CriterionCard directWork(List<ApplicationEvent> history, Reader reader) {
        return card(history, reader).stages().getFirst().criteria().getFirst();
    }

    private static Scorecard card(List<ApplicationEvent> history, Reader reader) {
        var application = Application.onFile(Application.TYPE.decider().fold(history));
        return Scorecard.of(new UUID(5, 5), application, TERMS, reader, _ -> new Opened.Text("opened"), TODAY);
    }

    private static List<ApplicationEvent> history(ApplicationEvent... more) {
        return Stream.concat(Stream.of(Facts.started(), Facts.submitted()), Stream.of(more))
                .toList();
    }

    private static Reader assessor(UUID worker) {
        return new Reader(Optional.of(worker), false, false);
    }
}
