package refocus.cases.childindex;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import refocus.eventsourcing.personal.KeyedHash;

/// A name by the keyed hashes of its signs.
///
/// @param grams the hashes of its trigrams between spaces
/// @param sound the hash of how it sounds
record IndexedName(String grams, String sound) {

    /// Enough to tell trigrams apart, and too little to tell which they were.
    private static final int SHORT = 10;

    static final IndexedName NONE = new IndexedName("", "");

    static IndexedName of(String name, KeyedHash hash) {
        String grams = NameSigns.trigrams(name).stream()
                .map(gram -> hash.of("child name trigram", gram).substring(0, SHORT))
                .collect(Collectors.joining(" "));
        return new IndexedName(
                grams, hash.of("child name sound", NameSigns.sound(name)).substring(0, SHORT));
    }

    /// How alike two names are: 1 the same, 0 nothing in common (Dice); what sounds the same is alike at least by 0.7.
    double likeness(IndexedName other) {
        Set<String> ours = set(grams);
        Set<String> theirs = set(other.grams);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(ours);
        both.retainAll(theirs);
        double dice = 2.0 * both.size() / (ours.size() + theirs.size());
        return sound.equals(other.sound) ? Math.max(dice, 0.7) : dice;
    }

    boolean isKnown() {
        return !grams.isEmpty();
    }

    private static Set<String> set(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
