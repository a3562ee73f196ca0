package refocus.reporting.morale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// What was published of a question.
record FigureFact(UUID survey, String question, Optional<Integer> responses, Optional<BigDecimal> value) {

    static final Table<FigureFact> FIGURES = Table.of("survey_figure", FigureFact.class, "survey", "question");
}
