package refocus.eventsourcing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.contract.Described;

/// What the service has said so far, so that the next request is about something: ids by what they are of, places,
/// versions, codes, tokens, and who has had to do with what.
final class Known {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_:.-]{1,60}");
    private static final int LATEST = 6;

    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> wordsAbout = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, Set<Api>> actors = new HashMap<>();
    private final Map<String, String> sets = new HashMap<>();
    private final Map<String, Integer> leaning = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, Deque<String>> tokens = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Set<String>> turnedAway = new HashMap<>();
    private final Map<String, Deque<JsonNode>> taken = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Set<String> making = new HashSet<>();
    private final Set<String> namingPeople = new HashSet<>();
    private final List<Api> people;
    private final Function<String, List<String>> codeSet;
    private final Map<String, String> schemes;
    private final Random chance;

    /// @param codeSet asks for the codes of a set
    /// @param schemes of tokens that are held without a name, by the field that tells one
    Known(Function<String, List<String>> codeSet, Map<String, String> schemes, Random chance, List<Api> people) {
        this.codeSet = codeSet;
        this.schemes = schemes;
        this.chance = chance;
        this.people = people;
        people.forEach(person -> put(byName, "worker", person.worker()));
    }

    /// Fields that name one of those who ask.
    void namePeople(Collection<String> fields) {
        namingPeople.addAll(fields);
    }

    /// Takes in what a request led to.
    ///
    /// @param variables what the places right below the operation's are called by
    void heard(Described operation, Set<String> variables, Asked asked, JsonNode said, Answer answer) {
        String path = asked.path().replaceFirst("\\?.*", "");
        String root = root(path);
        if (answer.done()) {
            JsonNode told = answer.json();
            made(path, told, answer);
            if (answer.status() == 201) {
                making.add(operation + " " + root);
            }
            variables.forEach(variable -> told.path("items").forEach(item -> listed(operation, path, variable, item)));
            if (!said.isMissingNode()) {
                latest(taken.computeIfAbsent(operation.toString(), _ -> new ArrayDeque<>()), said);
            }
            if (!operation.reads()) {
                asked.caller()
                        .ifPresent(caller -> actors.computeIfAbsent(madeRoot(path, told), _ -> new LinkedHashSet<>())
                                .add(caller));
                remember(root, name(path), path, said);
            }
            remember(root, name(path), path, told);
            version(operation, path, told, answer);
        } else {
            if (answer.status() == 403) {
                asked.caller()
                        .ifPresent(caller -> turnedAway
                                .computeIfAbsent(operation + " " + root, _ -> new HashSet<>())
                                .add(caller.worker()));
            }
            learn(operation, said, answer);
        }
    }

    /// What a list is of has its place by what the path calls it, or the list: a report by its `name`, in
    /// `projections` one by its `projection`.
    private void listed(Described operation, String path, String variable, JsonNode item) {
        String value = item.path(variable).asText(item.path(name(path)).asText());
        if (WORD.matcher(value).matches()) {
            put(places, (operation.path() + "/{}").replaceAll("\\{[^}]*}", "{}"), path + "/" + value);
        }
    }

    private static void latest(Deque<JsonNode> kept, JsonNode said) {
        kept.push(said);
        if (kept.size() > LATEST) {
            kept.removeLast();
        }
    }

    private void made(String path, JsonNode told, Answer answer) {
        String location = location(answer);
        if (!location.isEmpty()) {
            found(location);
            if (!root(location).equals(root(path))) {
                parents.put(root(location), root(path));
            }
        }
        if (answer.status() == 201 && told.has("id")) {
            found(path + "/" + told.path("id").asText());
        }
        schemes.forEach((field, scheme) -> {
            if (told.path(field).isTextual()) {
                tokens.computeIfAbsent(root(path), _ -> new ArrayDeque<>())
                        .push(scheme + " " + told.path(field).asText());
            }
        });
    }

    private static String madeRoot(String path, JsonNode told) {
        return path.split("/").length == 3 ? path + "/" + told.path("id").asText() : root(path);
    }

    private void version(Described operation, String path, JsonNode told, Answer answer) {
        String version = answer.header("ETag");
        if (!version.isEmpty()) {
            versions.put(path, version);
            versions.put(operation.reads() ? path : madeRoot(path, told), version);
        }
    }

    /// What was known of it was old.
    void versionIs(String path, Answer answer) {
        versions.remove(path);
        if (answer.done() && !answer.header("ETag").isEmpty()) {
            versions.put(root(path), answer.header("ETag"));
        }
    }

    /// An id is known by the name it has, and by the list it stands in; a thing in a list has a place below its owner.
    private void remember(String root, String name, String path, JsonNode told) {
        told.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String known = field.getKey().equals("id") ? name : one(field.getKey());
            if (value.isTextual()) {
                word(root, known, field.getKey(), value.asText());
                if (field.getKey().equals("id") && ID.matcher(value.asText()).matches()) {
                    found(path.endsWith(value.asText()) ? path : path + "/" + value.asText());
                }
            } else if (value.isArray()) {
                value.forEach(item -> {
                    if (item.isTextual()) {
                        word(root, known, field.getKey(), item.asText());
                    } else {
                        boolean page = field.getKey().equals("items");
                        remember(root, page ? name : known, page ? path : path + "/" + field.getKey(), item);
                    }
                });
            } else if (value.isObject()) {
                remember(root, known, path + "/" + field.getKey(), value);
            }
        });
    }

    private void word(String root, String name, String field, String value) {
        if (WORD.matcher(value).matches()) {
            put(byName, name, value);
            put(wordsAbout, root, value);
            put(byName, root + "#" + field, value);
            put(byName, root + "#" + name, value);
        }
    }

    private void found(String path) {
        put(places, path.replaceAll(ID.pattern(), "{}"), path);
        put(byName, name(path), path.substring(path.lastIndexOf('/') + 1));
    }

    /// A set of codes that a refusal names is the one for that field; a field it names was wanted, or not so.
    private void learn(Described operation, JsonNode said, Answer answer) {
        JsonNode problem = answer.json();
        String first = field(problem.at("/violations/0/field").asText());
        String set = problem.at("/facts/0").asText();
        if (problem.path("code").asText().equals("unknown-code") && !set.isEmpty()) {
            codes.computeIfAbsent(set, codeSet);
            sets.put(operation + " " + first, set);
            sets.putIfAbsent(first.substring(first.lastIndexOf('.') + 1), set);
        } else {
            problem.path("violations").forEach(violation -> {
                String field = field(violation.path("field").asText());
                boolean there = !said.findPath(field.substring(field.lastIndexOf('.') + 1))
                        .isMissingNode();
                leaning.merge(operation + " " + field, there ? -1 : 1, (was, more) -> Math.clamp(was + more, -2, 2));
            });
        }
    }

    /// Whether a field that need not be there was missed (above 0) or refused (below) the last times.
    int leaning(Described operation, String field) {
        return leaning.getOrDefault(operation + " " + field, 0);
    }

    /// A field's name without its places in lists: `topics[0]` and `children.0.id` are `topics` and `children.id`.
    static String field(String told) {
        return told.replaceAll("\\[\\d*]", "").replaceAll("\\.\\d+(?=\\.|$)", "");
    }

    Optional<String> code(Described operation, String field) {
        String set = sets.getOrDefault(operation + " " + field, sets.get(field.substring(field.lastIndexOf('.') + 1)));
        return Optional.ofNullable(set).map(codes::get).flatMap(this::any);
    }

    /// Of this, or of what it was made from.
    Optional<String> near(String root, String name) {
        return any(byName.get(root + "#" + name)).or(() -> inherited(root, name));
    }

    /// Of what it was made from.
    Optional<String> inherited(String root, String name) {
        return Optional.ofNullable(parents.get(root)).flatMap(parent -> any(byName.get(parent + "#" + name)));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    boolean namesPeople(String field) {
        return namingPeople.contains(field);
    }

    String person() {
        return people.get(chance.nextInt(people.size())).worker();
    }

    /// One who was named there, or where it was made from.
    Optional<String> personNamed(String path) {
        Set<String> words = new HashSet<>(wordsAbout.getOrDefault(root(path), Set.of()));
        words.addAll(wordsAbout.getOrDefault(parents.getOrDefault(root(path), ""), Set.of()));
        return any(people.stream().map(Api::worker).filter(words::contains).toList());
    }

    /// Whether the operation has made something there.
    boolean wasMade(Described operation, String root) {
        return making.contains(operation + " " + root);
    }

    boolean wasTurnedAway(Described operation, String path, String worker) {
        return turnedAway.getOrDefault(operation + " " + root(path), Set.of()).contains(worker);
    }

    /// Nothing more can be done to it: it is asked about seldom.
    void isOver(String root) {
        over.add(root);
    }

    /// What was said last led nowhere, although it was taken.
    void regret(String operation) {
        taken.getOrDefault(operation, new ArrayDeque<>()).poll();
    }

    /// What was said before, and taken.
    Optional<JsonNode> taken(Described operation) {
        return any(taken.get(operation.toString()));
    }

    /// Something that was called so, about this if there is any.
    Optional<String> named(String root, String name) {
        Optional<String> near = near(root, name);
        return near.filter(_ -> chance.nextInt(3) > 0)
                .or(() -> any(byName.get(one(name))))
                .or(() -> near);
    }

    Optional<String> about(String root) {
        return any(wordsAbout.get(root));
    }

    Optional<String> anyId(String collection) {
        return named("", one(collection));
    }

    /// A place that fits a path up to one of its variables, as in `/v1/cases/{id}/allocations/{aid}`.
    ///
    /// @param root where it must be, as in `/v1/cases/7`; anywhere where it is empty
    Optional<String> place(String template, String root) {
        Set<String> there = places.getOrDefault(template.replaceAll("\\{[^}]*}", "{}"), Set.of());
        if (root.isEmpty() && chance.nextInt(4) == 0) {
            return any(there);
        }
        return any(there.stream()
                .filter(place -> root.isEmpty()
                        ? !over.contains(root(place))
                        : root(place).equals(root))
                .toList());
    }

    Optional<String> placeWithin(String template, String parent) {
        return any(places.getOrDefault(template.replaceAll("\\{[^}]*}", "{}"), Set.of()).stream()
                .filter(place -> place.startsWith(parent + "/"))
                .toList());
    }

    /// Whether anything is known to be where a path leads; it may say nothing of what it is about.
    boolean leadsSomewhere(String path) {
        String root = root(path);
        return !root.contains("{") || places.containsKey(root.replaceAll("\\{[^}]*}", "{}"));
    }

    Optional<String> version(String path) {
        return Optional.ofNullable(versions.getOrDefault(path, versions.get(root(path))));
    }

    Optional<Api> actor(String path) {
        return any(actors.get(root(path)));
    }

    /// Each is good for once.
    Optional<String> token(String path) {
        String collection = String.join("/", List.of(path.split("/")).subList(0, 3));
        return Optional.ofNullable(tokens.get(root(path)))
                .filter(left -> !left.isEmpty())
                .or(() -> tokens.entrySet().stream()
                        .filter(known -> known.getKey().startsWith(collection))
                        .map(Map.Entry::getValue)
                        .filter(left -> !left.isEmpty())
                        .findFirst())
                .map(Deque::pop);
    }

    private <T> Optional<T> any(Collection<T> known) {
        if (known == null || known.isEmpty()) {
            return Optional.empty();
        }
        List<T> all = new ArrayList<>(known);
        int from = Math.max(0, all.size() - LATEST);
        return Optional.of(all.get(from + chance.nextInt(all.size() - from)));
    }

    private static void put(Map<String, Set<String>> known, String name, String value) {
        Set<String> values = known.computeIfAbsent(name, _ -> new LinkedHashSet<>());
        values.remove(value);
        values.add(value);
        if (values.size() > 8 * LATEST) {
            values.remove(values.iterator().next());
        }
    }

    /// Where an answer says that something is; empty where it does not.
    static String location(Answer answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /// `/v1/cases/7/allocations` is about `/v1/cases/7`.
    static String root(String path) {
        String[] steps = path.split("/");
        return String.join("/", List.of(steps).subList(0, Math.min(4, steps.length)));
    }

    /// Whether a path as described is of what stands there, or of something of it.
    static boolean isBelow(String described, String root) {
        String[] steps = described.split("/");
        String[] there = root.split("/");
        return steps.length >= there.length
                && there.length > 3
                && steps[2].equals(there[2])
                && steps[3].startsWith("{");
    }

    /// What stands there is called by its list: `case` for `/v1/cases/7`.
    private static String name(String path) {
        String[] steps = ID.matcher(path).replaceAll("").split("/");
        return steps.length == 0 ? "" : one(steps[steps.length - 1]);
    }

    static String one(String many) {
        if (many.equals("children")) {
            return "child";
        }
        if (many.equals("criteria")) {
            return "criterion";
        }
        return many.endsWith("ies") ? many.replaceFirst("ies$", "y") : many.replaceFirst("(?<!s)s$", "");
    }
}
