package refocus.reporting.figures;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.period.Period.Bucket;

/// Asks for each part of a period, and for the whole as a part of its own: for figures whose parts do not add up to it.
///
/// The query takes the keys of the parts as $1, their first days as $2, the days past their last as $3, and what
/// counts as known as $4; one for a report with groupings takes the grouping as $5, empty for none, and answers a line
/// for each group of a part besides.
public final class EachPart<A extends Record & EachPart.Answer> {

    /// What is found for one part, or for one group in it.
    public interface Answer {

        /// The part.
        String key();

        /// The group; empty for all of the part.
        default String grp() {
            return "";
        }

        Row row(String key);
    }

    private final String query;
    private final Class<A> answer;
    private final boolean grouped;

    private EachPart(String query, Class<A> answer, boolean grouped) {
        this.query = query;
        this.answer = answer;
        this.grouped = grouped;
    }

    public static <A extends Record & Answer> EachPart<A> of(String query, Class<A> answer) {
        return new EachPart<>(query, answer, false);
    }

    /// For a report with groupings.
    public static <A extends Record & Answer> EachPart<A> andGroup(String query, Class<A> answer) {
        return new EachPart<>(query, answer, true);
    }

    public Uni<Figures> ask(Views views, Question question) {
        return views.query(query, answer, parameters(question)).map(answers -> figures(question, answers));
    }

    private Object[] parameters(Question question) {
        var whole =
                new Bucket(TOTAL, question.period().from(), question.period().to());
        List<Bucket> parts =
                Stream.concat(question.parts().stream(), Stream.of(whole)).toList();
        Stream<Object> asked = Stream.of(
                parts.stream().map(Bucket::key).toArray(String[]::new),
                parts.stream().map(Bucket::from).toArray(LocalDate[]::new),
                parts.stream().map(Bucket::to).toArray(LocalDate[]::new),
                question.known());
        Stream<Object> grouping = grouped ? Stream.of(question.group().orElse("")) : Stream.empty();
        return Stream.concat(asked, grouping).toArray();
    }

    private Figures figures(Question question, List<A> answers) {
        return new Figures(
                question.group().isPresent()
                        ? groups(answers)
                        : question.parts().stream()
                                .map(part -> part(part.key(), answers))
                                .toList(),
                part(TOTAL, answers));
    }

    private static List<Row> groups(List<? extends Answer> answers) {
        return answers.stream()
                .filter(found -> !found.grp().isEmpty())
                .map(found -> found.row(found.grp()))
                .sorted(Comparator.comparing(Row::key))
                .toList();
    }

    private static Row part(String key, List<? extends Answer> answers) {
        return answers.stream()
                .filter(found -> found.key().equals(key) && found.grp().isEmpty())
                .findFirst()
                .map(found -> found.row(key))
                .orElse(Row.of(key));
    }
}
