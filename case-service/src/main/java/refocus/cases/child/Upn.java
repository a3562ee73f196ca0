package refocus.cases.child;

import java.util.Locale;
import refocus.eventsourcing.Impossible;

/// A pupil's number: a check letter and twelve places, the last a letter while the number is temporary.
///
/// The check letter is the sum of places 2 to 13, each times its place, modulo 23 (UPN guide, Department for
/// Education; Wales uses the same number).
public record Upn(String text) {

    /// No I, O or S: they look like digits.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    public Upn {
        if (!text.matches("[A-Z][0-9]{11}[0-9%s]".formatted(LETTERS))) {
            throw new Impossible("upn", "upn-shape");
        }
        if (text.charAt(0) != checkLetter(text)) {
            throw new Impossible("upn", "check-letter");
        }
    }

    public static Upn fromString(String text) {
        return new Upn(text.strip().toUpperCase(Locale.ROOT));
    }

    private static char checkLetter(String text) {
        int sum = 0;
        for (int place = 2; place <= text.length(); place++) {
            char sign = text.charAt(place - 1);
            int value = Character.isDigit(sign) ? sign - '0' : LETTERS.indexOf(sign);
            sum += value * place;
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
