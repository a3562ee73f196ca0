package refocus.cases.childindex;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What makes names alike: the trigrams of their letters, and how they sound.
///
/// Accents, case and punctuation do not count: Siân is Sian, and O'Neill is Oneill.
final class NameSigns {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private NameSigns() {}

    static String plain(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// Two blanks before the name and one behind it, so that its beginning weighs most.
    static Set<String> trigrams(String name) {
        String padded = "  " + plain(name) + " ";
        Set<String> grams = new TreeSet<>();
        for (int at = 0; at + 3 <= padded.length(); at++) {
            grams.add(padded.substring(at, at + 3));
        }
        return grams;
    }

    /// The name in four signs by how it sounds: as Soundex, after Welsh spellings are brought to English ones.
    static String sound(String name) {
        String spoken = plain(name)
                .replace("ll", "l")
                .replace("dd", "th")
                .replace("ff", "f")
                .replace("ph", "f")
                .replace("rh", "r")
                .replace("ch", "c")
                .replaceAll("^(ie|i)(?=[aou])", "y");
        var signs = new StringBuilder();
        char last = '0';
        for (int at = 0; at < spoken.length(); at++) {
            char letter = spoken.charAt(at);
            char sign = sign(letter);
            if (signs.isEmpty()) {
                signs.append(letter);
            } else if (sign != '0' && sign != last) {
                signs.append(sign);
            }
            last = letter == 'h' || letter == 'w' ? last : sign;
        }
        return (signs + "000").substring(0, Math.min(4, signs.length() + 3));
    }

    private static char sign(char letter) {
        return switch (letter) {
            case 'b', 'f', 'p', 'v' -> '1';
            case 'c', 'g', 'j', 'k', 'q', 's', 'x', 'z' -> '2';
            case 'd', 't' -> '3';
            case 'l' -> '4';
            case 'm', 'n' -> '5';
            case 'r' -> '6';
            default -> '0';
        };
    }
}
