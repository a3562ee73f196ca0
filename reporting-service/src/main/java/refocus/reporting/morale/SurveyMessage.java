package refocus.reporting.morale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What feedback-service says of surveys, as far as morale needs it. Everything else passes by.
public sealed interface SurveyMessage {

    EventTypes<SurveyMessage> TYPES = EventTypes.of(SurveyMessage.class);

    /// The topic, from its beginning.
    static Feed<SurveyMessage> feed() {
        return new Feed.Topic<>(TYPES, "refocus.feedback.events", "refocus.feedback", Set.of("survey"), true);
    }

    /// What is asked: only here it is told which question makes the index and which the net score.
    @EventName("survey-designed")
    record SurveyDesigned(List<Question> questions) implements SurveyMessage {}

    @EventName("survey-closed")
    record SurveyClosed(LocalDate closedOn) implements SurveyMessage {}

    /// The only thing that is ever known of the answers.
    ///
    /// @param responses absent where so few answered that nothing is told
    @EventName("survey-result-published")
    record SurveyResultPublished(Integer invited, Optional<Integer> responses, List<Figure> overall)
            implements SurveyMessage {}

    /// One of its questions.
    ///
    /// @param kind SCALE, published as an index from 0 to 100, or RECOMMEND, as a net score from -100 to 100
    record Question(String id, String kind) {

        private static final Set<String> KINDS = Set.of("SCALE", "RECOMMEND");

        public Question {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException("unknown code in kind");
            }
        }
    }

    /// What the answers to one question add up to; without both numbers where that is held back.
    record Figure(String question, Optional<Integer> responses, Optional<BigDecimal> value) {}
}
