package refocus.reporting.figures;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One report: a figure of something, cut by periods or by groupings of its own.
///
/// Its title, definition and the meaning of its columns stand in the message bundle `reports`, in English and Welsh.
public interface Report {

    /// As in its address: `direct-work-share`.
    String name();

    /// Raised when the figure means something else than before.
    int version();

    /// What stands in a row, in the order of the CSV.
    List<Column> columns();

    /// What its figures are cut by beside periods, as in `department`: a closed list.
    default List<String> groupings() {
        return List.of();
    }

    /// The projections its figures stand on, by name.
    Set<String> projections();

    /// Projections it reads where they have anything to say.
    default Set<String> alsoReads() {
        return Set.of();
    }

    default boolean reads(String projection) {
        return projections().contains(projection) || alsoReads().contains(projection);
    }

    Uni<Figures> answer(Question question);

    /// The events its whole figure counts, oldest first.
    Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit);
}
