package refocus.reporting.morale;

import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// What a survey's question is of a kind.
record QuestionFact(UUID survey, String question, String kind) {

    static final Table<QuestionFact> QUESTIONS = Table.of("survey_question", QuestionFact.class, "survey", "question");
}
