package refocus.eventsourcing.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/// One access as it is recorded: who, to whom, on what basis.
///
/// @param actor the worker, or the client where a system asks
/// @param account the account the identity provider knows the caller by, its opaque id
/// @param roles as the token had them, in order, with spaces between
/// @param occurredAt to the microsecond, as the database keeps it
record Access(
        UUID id,
        Disclosed disclosed,
        String actor,
        String account,
        String client,
        String roles,
        UUID correlation,
        Instant occurredAt) {

    private static final int LONGEST = 200;

    /// What a token says, without what a row cannot keep.
    static String plain(String claim) {
        String text = claim.replaceAll("\\p{Cntrl}", "?");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static String roles(Collection<String> roles) {
        return roles.stream()
                .map(role -> plain(role).replace(' ', '_'))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
