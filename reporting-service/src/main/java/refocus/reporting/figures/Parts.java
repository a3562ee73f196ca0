package refocus.reporting.figures;

import static refocus.reporting.figures.Figures.TOTAL;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.period.Period.Bucket;

/// Asks a query for each part of a period, and for the whole as a part of its own: for figures that do not add up.
///
/// The query takes the parts' keys as $1, their first days as $2, the days past their last as $3, what was known as $4
/// and the grouping as $5, empty for none. It answers a line for each part, and for each group of a part besides.
public final class Parts {

    /// What a query answers of one part, or of one group in it.
    public interface Line {

        /// The part.
        String key();

        /// The group; empty for all of the part.
        String grp();

        Row row(String key);
    }

    private Parts() {}

    public static <L extends Record & Line> Uni<Figures> of(
            Views views, String query, Class<L> line, Question question) {
        List<Bucket> parts = Stream.concat(question.parts().stream(), Stream.of(whole(question)))
                .toList();
        return views.query(
                        query,
                        line,
                        parts.stream().map(Bucket::key).toArray(String[]::new),
                        parts.stream().map(Bucket::from).toArray(LocalDate[]::new),
                        parts.stream().map(Bucket::to).toArray(LocalDate[]::new),
                        question.known(),
                        question.group().orElse(""))
                .map(lines -> figures(question, lines));
    }

    private static Bucket whole(Question question) {
        return new Bucket(TOTAL, question.period().from(), question.period().to());
    }

    private static Figures figures(Question question, List<? extends Line> lines) {
        return new Figures(
                question.group().isPresent()
                        ? groups(lines)
                        : question.parts().stream()
                                .map(part -> part(part.key(), lines))
                                .toList(),
                part(TOTAL, lines));
    }

    private static List<Row> groups(List<? extends Line> lines) {
        return lines.stream()
                .filter(line -> !line.grp().isEmpty())
                .map(line -> line.row(line.grp()))
                .sorted(Comparator.comparing(Row::key))
                .toList();
    }

    private static Row part(String key, List<? extends Line> lines) {
        return lines.stream()
                .filter(line -> line.key().equals(key) && line.grp().isEmpty())
                .findFirst()
                .map(line -> line.row(key))
                .orElse(Row.of(key));
    }
}
