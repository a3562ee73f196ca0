package refocus.cases.childindex;

import static refocus.cases.childindex.ChildIndexProjection.CHILD_INDEX;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.NhsNumber;
import refocus.cases.child.Upn;
import refocus.eventsourcing.projection.Views;

/// Finds children by what they have in common with one described.
@Singleton
public class ChildSearch {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST = 500;

    /// No hash is so short.
    private static final String NONE = "-";

    private final Views views;
    private final Hashes hashes;

    ChildSearch(Views views, Hashes hashes) {
        this.views = views;
        this.hashes = hashes;
    }

    /// The most alike first.
    ///
    /// @param name given and family name in any order
    public Uni<List<Likeness>> find(
            Optional<String> name, Optional<OnDate> born, Optional<NhsNumber> nhsNumber, Optional<Upn> upn) {
        IndexedChild described = hashes.of(NOBODY, Optional.empty(), Optional.empty(), born, nhsNumber, upn);
        List<IndexedName> words = name.stream()
                .flatMap(text -> List.of(text.strip().split("\\s+")).stream())
                .filter(word -> !NameSigns.plain(word).isEmpty())
                .map(word -> hashes.name(Optional.of(word)))
                .toList();
        return candidates(described, words)
                .map(found -> found.stream()
                        .map(known -> Likeness.between(described, known).named(words, known))
                        .filter(Likeness::isOfUse)
                        .sorted(Comparator.comparing(Likeness::score).reversed().thenComparing(Likeness::child))
                        .toList());
    }

    /// Those with the same number or the same day of birth: only among them can a likely duplicate be.
    Uni<List<Likeness>> like(IndexedChild described) {
        return views.list(
                        CHILD_INDEX,
                        "where t.nhs_number = $1 or t.upn = $2 or t.born = $3",
                        described.nhsNumber().orElse(NONE),
                        described.upn().orElse(NONE),
                        described.born().orElse(NONE))
                .map(found -> found.stream()
                        .map(known -> Likeness.between(described, known))
                        .toList());
    }

    private Uni<List<IndexedChild>> candidates(IndexedChild described, List<IndexedName> names) {
        String grams = names.stream().map(IndexedName::grams).reduce("", (one, other) -> one + " " + other);
        String sounds = names.stream().map(IndexedName::sound).reduce("", (one, other) -> one + " " + other);
        return views.list(
                CHILD_INDEX,
                """
                where t.nhs_number = $1 or t.upn = $2 or t.born = $3
                   or t.family_sound = any(string_to_array($5, ' ')) and t.family_sound <> ''
                   or string_to_array(t.family_grams, ' ') && string_to_array($4, ' ')
                   or string_to_array(t.given_grams, ' ') && string_to_array($4, ' ')
                order by (t.nhs_number = $1 or t.upn = $2 or t.born = $3) desc nulls last,
                         cardinality(array(select unnest(string_to_array(t.family_grams || ' ' || t.given_grams, ' '))
                                           intersect select unnest(string_to_array($4, ' ')))) desc
                limit %d""".formatted(MOST),
                described.nhsNumber().orElse(NONE),
                described.upn().orElse(NONE),
                described.born().orElse(NONE),
                grams.strip(),
                sounds.strip());
    }
}
