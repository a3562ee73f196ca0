package refocus.eventsourcing.personal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds sealed values wherever they have been copied to: in an event, a row, a record of a topic.
public final class Ciphers {

    private static final int ID = 36;

    private static final Pattern SEALED = Pattern.compile(
            "sealed:1:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[^:\"]*:[A-Za-z0-9_-]+");

    private Ciphers() {}

    /// The people that sealed values in it are about. Quick: it looks no further than their ids.
    public static Set<UUID> subjects(String text) {
        Set<UUID> subjects = new HashSet<>();
        for (int at = text.indexOf(Sealed.PREFIX); at >= 0; at = text.indexOf(Sealed.PREFIX, at + ID)) {
            int from = at + Sealed.PREFIX.length();
            if (from + ID <= text.length()) {
                subjects.add(UUID.fromString(text.substring(from, from + ID)));
            }
        }
        return subjects;
    }

    /// The sealed values about one person.
    public static List<Sealed.Cipher> about(UUID subject, String text) {
        return all(text).filter(cipher -> cipher.subject().equals(subject)).toList();
    }

    private static Stream<Sealed.Cipher> all(String text) {
        var found = new ArrayList<Sealed.Cipher>();
        for (Matcher sealed = SEALED.matcher(text); sealed.find(); ) {
            found.add(Sealed.fromString(sealed.group()));
        }
        return found.stream();
    }

    /// What such values begin with, for looking for them in a database.
    public static String mark(UUID subject) {
        return Sealed.PREFIX + subject + ":";
    }
}
