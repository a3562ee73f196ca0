package refocus.proving.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found wrong: how often, with the first few of each kind.
public final class Findings {

    /// Each a promise that was broken.
    public enum Kind {
        /// Acknowledged, and not in the log where it was said to be.
        LOST,
        /// One command took effect twice, or two were told of one effect.
        TWICE,
        /// The versions of a stream have a gap, or do not begin with 1.
        GAP,
        /// In the log, and not in the topic.
        MISSING,
        /// In the topic, and not in the log.
        UNKNOWN,
        /// In the topic more than once.
        DUPLICATED,
        /// In the topic before one of its stream that came before it.
        REORDERED,
        /// A view is not the fold of the log.
        VIEW,
        /// A missed deadline was raised twice, or never.
        DEADLINE,
        /// A repeated key had another answer than the first.
        ANSWER,
        /// A command was refused that nothing is wrong with.
        REFUSED,
        /// Something did not come to an end in time.
        STUCK
    }

    private static final int SHOWN = 5;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<String> examples = new ArrayList<>();

    synchronized void add(Kind kind, String what) {
        if (counts.merge(kind, 1L, Long::sum) <= SHOWN) {
            examples.add(kind + ": " + what);
        }
    }

    synchronized void addAll(Findings others) {
        others.counts().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        examples.addAll(others.examples());
    }

    public synchronized boolean none() {
        return counts.isEmpty();
    }

    public synchronized long of(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    public synchronized Map<Kind, Long> counts() {
        return Map.copyOf(counts);
    }

    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
