package refocus.reporting.figures;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.period.Period.Bucket;

/// Asks for each part of a period, and for the whole as a part of its own: for figures whose parts do not add up to it.
///
/// The question takes the keys of the parts as $1, their first days as $2, the days past their last as $3, and what
/// counts as known as $4.
public final class EachPart<A extends Record & EachPart.Answer> {

    /// What is found for one part.
    public interface Answer {

        String key();

        Row row();
    }

    private final String sql;
    private final Class<A> answer;

    public EachPart(String sql, Class<A> answer) {
        this.sql = sql;
        this.answer = answer;
    }

    public Uni<Figures> ask(Views views, Question question) {
        List<Bucket> parts = question.parts();
        var whole =
                new Bucket(TOTAL, question.period().from(), question.period().to());
        return found(
                        views,
                        question,
                        Stream.concat(parts.stream(), Stream.of(whole)).toList())
                .map(rows -> new Figures(
                        parts.stream().map(part -> in(rows, part.key())).toList(), in(rows, TOTAL)));
    }

    private Uni<Map<String, Row>> found(Views views, Question question, List<Bucket> parts) {
        return views.query(
                        sql,
                        answer,
                        parts.stream().map(Bucket::key).toArray(String[]::new),
                        parts.stream().map(Bucket::from).toArray(LocalDate[]::new),
                        parts.stream().map(Bucket::to).toArray(LocalDate[]::new),
                        question.known())
                .map(answers -> answers.stream().collect(Collectors.toMap(Answer::key, Answer::row)));
    }

    private static Row in(Map<String, Row> rows, String key) {
        return rows.getOrDefault(key, Row.of(key));
    }
}
