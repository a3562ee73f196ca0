package refocus.eventsourcing.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// One subject whose record an answer shows, or was refused.
///
/// @param subject whose record it is
/// @param what the kind of thing shown, as in `chronology`
/// @param basis the word for why this caller may see it, or [#DENIED]
/// @param reason a code, never free text: what a person wrote belongs into an event, sealed
/// @param results how many entries of this subject's the answer shows
public record Disclosed(UUID subject, String what, String basis, Optional<String> reason, int results) {

    public static final String DENIED = "DENIED";

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{0,63}");

    public Disclosed {
        mustMatch(KIND, what);
        mustMatch(CODE, basis);
        reason.ifPresent(code -> mustMatch(CODE, code));
        if (results < 0 || (results > 0 && basis.equals(DENIED))) {
            throw new IllegalArgumentException("a refusal shows no results, and nothing shows fewer");
        }
    }

    /// A refusal: nothing was shown.
    public static Disclosed denied(UUID subject, String what, Optional<String> reason) {
        return new Disclosed(subject, what, DENIED, reason, 0);
    }

    public boolean isDenied() {
        return basis.equals(DENIED);
    }

    /// The text is not quoted: it may be what a person wrote.
    private static void mustMatch(Pattern shape, String text) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException("an access record takes codes such as " + shape);
        }
    }
}
