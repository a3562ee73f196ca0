package refocus.eventsourcing.fuzz;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import refocus.eventsourcing.contract.Described;

/// Follows one thing at a time from its making to its end, and what is made of it: much can only be done to what has
/// come far enough.
///
/// What tends to come after what is learned on the way: some acts open the next, and some end it all.
final class Lives {

    /// So many requests about one thing.
    private static final int LONGEST = 100;

    private static final int GENERATIONS = 3;
    private static final int TRIES = 5;
    private static final int PATIENCE = 4;
    private static final int OFTEN = 4;
    private static final int ALL = 3;
    private static final double AGAIN = 1.5;
    private static final double MISSED = 0.5;

    private final List<Described> operations;
    private final Known known;
    private final BiFunction<Described, String, Answer> fitting;
    private final Predicate<String> reached;
    private final Random chance;
    private final Map<String, Map<String, Integer>> next = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();

    /// @param fitting asks for an operation with what fits, about the thing at a path
    Lives(
            List<Described> operations,
            Known known,
            BiFunction<Described, String, Answer> fitting,
            Predicate<String> reached,
            Random chance) {
        this.operations = operations;
        this.known = known;
        this.fitting = fitting;
        this.reached = reached;
        this.chance = chance;
    }

    /// As many as there is time for, while acts are left that were never done.
    void live(BooleanSupplier time) {
        List<Described> makers = operations.stream()
                .filter(operation -> operation.method().equals("POST"))
                .filter(operation -> operation.path().matches("/v1/[^/{]+"))
                .toList();
        Optional<Described> wanted = missed();
        while (wanted.isPresent() && !makers.isEmpty() && time.getAsBoolean()) {
            begin(wanted.get(), makers).ifPresent(root -> follow(root, GENERATIONS));
            wanted = missed();
        }
    }

    private Optional<Described> missed() {
        List<Described> missed = operations.stream()
                .filter(operation -> !operation.reads() && !operation.isOperators())
                .filter(operation -> operation.path().contains("{") && !reached.test(operation.toString()))
                .toList();
        return missed.isEmpty() ? Optional.empty() : Optional.of(missed.get(chance.nextInt(missed.size())));
    }

    /// Mostly a new one; at times one that is there, to which it was never done. What nobody makes by itself comes of
    /// something else.
    private Optional<String> begin(Described wanted, List<Described> makers) {
        String kind = Known.root(wanted.path());
        Optional<String> there = chance.nextInt(3) == 0 ? known.place(kind, "") : Optional.empty();
        Described maker = makers.stream()
                .filter(operation -> kind.startsWith(operation.path() + "/"))
                .findFirst()
                .orElseGet(() -> makers.get(chance.nextInt(makers.size())));
        for (int attempt = 0; attempt < TRIES && there.isEmpty(); attempt++) {
            there = made(fitting.apply(maker, ""));
        }
        return there;
    }

    private void follow(String root, int generations) {
        new Life(root, generations).live();
    }

    /// One thing's.
    private final class Life {

        private final String root;
        private final int generations;
        private final List<Described> acts;
        private final Map<String, Integer> done = new HashMap<>();

        /// How often each was refused as things stand.
        private final Map<String, Integer> refused = new HashMap<>();

        /// Why each was refused the last time, and what had been done before that was ever the reason.
        private final Map<String, String> reasons = new HashMap<>();

        private final Map<String, String> before = new HashMap<>();

        private String last = "";
        private int asked;

        Life(String root, int generations) {
            this.root = root;
            this.generations = generations;
            this.acts = operations.stream()
                    .filter(operation -> !operation.reads() && Known.isBelow(operation.path(), root))
                    .toList();
        }

        /// Until nothing more can be done; what ends it comes when all else was tried.
        void live() {
            int fruitless = 0;
            while (asked < LONGEST && fruitless < PATIENCE && endedBy().isEmpty()) {
                fruitless = goesOn(fruitless == PATIENCE - 1) ? 0 : fruitless + 1;
            }
            endedBy().ifPresent(act -> {
                ends.merge(act, 1, Integer::sum);
                known.regret(act);
                known.isOver(root);
            });
        }

        /// What was done before half of all acts were refused for one and the same reason. Where that was so from the
        /// beginning, it is only young.
        private Optional<String> endedBy() {
            return reasons.values().stream()
                    .distinct()
                    .filter(reason -> {
                        long refusals =
                                reasons.values().stream().filter(reason::equals).count();
                        return refusals >= ALL && 2 * refusals >= acts.size();
                    })
                    .map(reason -> before.getOrDefault(reason, ""))
                    .filter(act -> !act.isEmpty())
                    .findFirst();
        }

        private boolean goesOn(boolean toTheEnd) {
            for (Described act : order(acts, last, done)) {
                String name = act.toString();
                if (isDue(name, toTheEnd) && leadsOn(act)) {
                    next.computeIfAbsent(last, _ -> new HashMap<>()).merge(name, 1, Integer::sum);
                    times.merge(name, 1, Integer::sum);
                    last = name;
                    refused.clear();
                    return true;
                }
            }
            return false;
        }

        /// What ends it seldom, where that was ever done: others are to find something that lasts.
        private boolean isDue(String act, boolean toTheEnd) {
            boolean mayBe = !isEnding(act) || (toTheEnd && (!reached.test(act) || chance.nextInt(4) == 0));
            return mayBe && refused.getOrDefault(act, 0) < 2 && done.getOrDefault(act, 0) < OFTEN;
        }

        /// A repeat that changes nothing does not.
        private boolean leadsOn(Described act) {
            asked++;
            Optional<String> version = known.version(root);
            Answer answer = patiently(act, root);
            if (answer.status() == 409) {
                String reason = answer.json().path("code").asText();
                refused.merge(act.toString(), 1, Integer::sum);
                reasons.put(act.toString(), reason);
                before.putIfAbsent(reason, last);
            }
            made(answer)
                    .filter(child -> generations > 0 && !child.equals(root))
                    .ifPresent(child -> follow(child, generations - 1));
            if (answer.done()) {
                reasons.remove(act.toString());
            }
            return answer.done()
                    && (done.merge(act.toString(), 1, Integer::sum) == 1
                            || !known.version(root).equals(version));
        }
    }

    /// Once more where it was not known how far the thing had come.
    private Answer patiently(Described operation, String root) {
        Answer answer = fitting.apply(operation, root);
        return answer.status() == 412 || answer.status() == 428 ? fitting.apply(operation, root) : answer;
    }

    boolean isEnding(String act) {
        return 2 * ends.getOrDefault(act, 0) > times.getOrDefault(act, 0);
    }

    private static Optional<String> made(Answer answer) {
        return Optional.of(Known.location(answer))
                .filter(location -> answer.done() && !location.isEmpty())
                .map(Known::root);
    }

    /// The likeliest to lead on first.
    private List<Described> order(List<Described> acts, String last, Map<String, Integer> done) {
        Map<Described, Double> ranks = new HashMap<>();
        acts.forEach(act -> ranks.put(act, rank(act.toString(), last, done)));
        return acts.stream().sorted(Comparator.comparing(ranks::get)).toList();
    }

    private double rank(String act, String last, Map<String, Integer> done) {
        Map<String, Integer> after = next.getOrDefault(last, Map.of());
        int all = after.values().stream().mapToInt(count -> count).sum();
        return chance.nextDouble()
                + AGAIN * done.getOrDefault(act, 0)
                - (reached.test(act) ? 0 : MISSED)
                - (double) after.getOrDefault(act, 0) / Math.max(1, all);
    }
}
