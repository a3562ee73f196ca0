package refocus.eventsourcing.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One access as its row says it: who, to whom, on what basis.
///
/// It checks nothing: a row that somebody has changed may say anything.
///
/// @param actor the worker, or the client where a system asks
/// @param account the account the issuer knows the caller by, its opaque id
/// @param roles as the token had them, sorted, with spaces between
/// @param occurredAt to the microsecond, as the database keeps it
record Access(
        UUID id,
        UUID subject,
        String what,
        String basis,
        Optional<String> reason,
        int results,
        String actor,
        String account,
        String client,
        String roles,
        UUID correlation,
        Instant occurredAt) {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /// What a token says, without what a row cannot keep.
    static String plain(String claim) {
        String text = CONTROL.matcher(claim).replaceAll("?");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static String roles(Collection<String> roles) {
        return roles.stream()
                .map(role -> plain(role).replace(' ', '_'))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
