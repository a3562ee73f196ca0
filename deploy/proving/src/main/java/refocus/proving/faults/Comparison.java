package refocus.proving.faults;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import refocus.proving.faults.Findings.Kind;

/// Compares what was acknowledged, recorded and published. It knows nothing of how any of it came about.
final class Comparison {

    private Comparison() {}

    /// What was acknowledged is in the log, where it was said to be, once.
    static void acknowledged(Collection<Acknowledged> history, Log log, Findings findings) {
        var places = log.places();
        var told = new HashMap<String, String>();
        for (var done : history) {
            var place = done.stream() + "@" + done.version();
            var entry = places.get(place);
            if (entry == null || !entry.occurredAt().equals(done.mark())) {
                findings.add(Kind.LOST, "%s, acknowledged as %s".formatted(done.key(), place));
            }
            var other = told.put(place, done.key());
            if (other != null && !other.equals(done.key())) {
                findings.add(Kind.TWICE, "%s was told to both %s and %s".formatted(place, other, done.key()));
            }
        }
    }

    /// Each mark of a command is in the log at most once, acknowledged or not.
    static void effects(Log log, Instant since, Instant until, Findings findings) {
        Map<Instant, String> seen = new HashMap<>();
        for (var entry : log.entries().values()) {
            boolean ours =
                    !entry.occurredAt().isBefore(since) && entry.occurredAt().isBefore(until);
            if (ours && entry.first() && !ofTheService(entry)) {
                var place = "%s@%d".formatted(entry.stream(), entry.version());
                var first = seen.put(entry.occurredAt(), place);
                if (first != null) {
                    findings.add(Kind.TWICE, "one command is both %s and %s".formatted(first, place));
                }
            }
        }
    }

    /// What the service says by itself because of a command happened when that command did.
    private static boolean ofTheService(Log.Entry entry) {
        return entry.stream().startsWith("deadline/") || entry.type().equals("referral-linked-to-earlier");
    }

    /// The versions of each stream are 1, 2, 3 …
    static void versions(Log log, Findings findings) {
        Map<String, Long> last = new HashMap<>();
        for (var entry : log.entries().values()) {
            long before = last.getOrDefault(entry.stream(), 0L);
            if (entry.version() != before + 1) {
                findings.add(Kind.GAP, "%s goes from %d to %d".formatted(entry.stream(), before, entry.version()));
            }
            last.put(entry.stream(), entry.version());
        }
    }

    /// The topic holds the log's events, each once, each stream in its order.
    static void published(Log log, Topic topic, Findings findings) {
        var seen = new HashSet<UUID>();
        Map<String, Long> last = new HashMap<>();
        for (var entry : topic.entries()) {
            if (!log.entries().containsKey(entry.id())) {
                findings.add(Kind.UNKNOWN, "%s@%d".formatted(entry.stream(), entry.version()));
            } else if (!seen.add(entry.id())) {
                findings.add(Kind.DUPLICATED, "%s@%d".formatted(entry.stream(), entry.version()));
            } else if (entry.version() < last.getOrDefault(entry.stream(), 0L)) {
                findings.add(
                        Kind.REORDERED,
                        "%s@%d after %d".formatted(entry.stream(), entry.version(), last.get(entry.stream())));
            }
            last.merge(entry.stream(), entry.version(), Math::max);
        }
        for (var entry : log.entries().values()) {
            if (!seen.contains(entry.id())) {
                findings.add(Kind.MISSING, "%s@%d".formatted(entry.stream(), entry.version()));
            }
        }
    }
}
