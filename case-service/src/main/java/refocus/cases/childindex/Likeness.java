package refocus.cases.childindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How much a child on record is like one described.
///
/// @param score 0 to 1, for ranking
/// @param matchedOn what agrees: NHS_NUMBER, UPN, DATE_OF_BIRTH, NAME
public record Likeness(UUID child, double score, List<String> matchedOn) {

    private static final double ALIKE = 0.5;

    static Likeness between(IndexedChild described, IndexedChild known) {
        double name = name(described, known);
        var matched = new ArrayList<String>();
        if (agree(described.nhsNumber(), known.nhsNumber())) {
            matched.add("NHS_NUMBER");
        }
        if (agree(described.upn(), known.upn())) {
            matched.add("UPN");
        }
        if (agree(described.born(), known.born())) {
            matched.add("DATE_OF_BIRTH");
        }
        if (name >= ALIKE) {
            matched.add("NAME");
        }
        return new Likeness(known.child(), score(matched, name), List.copyOf(matched));
    }

    /// The same identifier, or a similar name on the same day of birth.
    boolean isLikelyTheSame() {
        return hasSameIdentifier() || (matchedOn.contains("NAME") && matchedOn.contains("DATE_OF_BIRTH"));
    }

    /// The same, by words that may be given or family name: the best of each word counts.
    Likeness named(List<IndexedName> words, IndexedChild known) {
        if (words.isEmpty()) {
            return this;
        }
        double name = words.stream()
                .mapToDouble(word -> Math.max(word.likeness(known.given()), word.likeness(known.family())))
                .average()
                .orElse(0);
        var matched = new ArrayList<>(matchedOn);
        if (name >= ALIKE) {
            matched.add("NAME");
        }
        return new Likeness(child, score(matched, name), List.copyOf(matched));
    }

    boolean isOfUse() {
        return !matchedOn.isEmpty();
    }

    private boolean hasSameIdentifier() {
        return matchedOn.contains("NHS_NUMBER") || matchedOn.contains("UPN");
    }

    private static double score(List<String> matched, double name) {
        boolean identifier = matched.contains("NHS_NUMBER") || matched.contains("UPN");
        double born = matched.contains("DATE_OF_BIRTH") ? 0.3 : 0;
        return identifier ? 1 : 0.7 * name + born;
    }

    /// The less alike of the two names decides: twins share one, and a day of birth.
    private static double name(IndexedChild described, IndexedChild known) {
        if (!described.given().isKnown() || !known.given().isKnown()) {
            return described.family().likeness(known.family());
        }
        return Math.min(
                described.given().likeness(known.given()), described.family().likeness(known.family()));
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}
