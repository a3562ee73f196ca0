package refocus.eventsourcing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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
    private final Function<String, List<String>> codeSet;
    private final Map<String, String> schemes;
    private final Random chance;

    /// @param codeSet asks for the codes of a set
    /// @param schemes of tokens that are held without a name, by the field that tells one
    Known(Function<String, List<String>> codeSet, Map<String, String> schemes, Random chance, List<Api> people) {
        this.codeSet = codeSet;
        this.schemes = schemes;
        this.chance = chance;
        people.forEach(person -> put(byName, "worker", person.worker()));
    }

    /// Takes in what a request led to.
    void heard(Described operation, Asked asked, JsonNode said, Answer answer) {
        String path = asked.path().replaceFirst("\\?.*", "");
        String root = root(path);
        if (answer.done()) {
            JsonNode told = answer.json();
            made(path, told, answer);
            if (!operation.reads()) {
                asked.caller()
                        .ifPresent(caller -> actors.computeIfAbsent(madeRoot(path, told), _ -> new LinkedHashSet<>())
                                .add(caller));
                remember(root, name(path), path, said);
            }
            remember(root, name(path), path, told);
            version(operation, path, told, answer);
        } else {
            learn(operation, said, answer);
        }
    }

    private void made(String path, JsonNode told, Answer answer) {
        String location = answer.header("Location").replaceFirst("^https?://[^/]+", "");
        if (!location.isEmpty()) {
            found(location);
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

    void versionIs(String path, Answer answer) {
        if (answer.done() && !answer.header("ETag").isEmpty()) {
            versions.put(path, answer.header("ETag"));
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

    Optional<String> near(String root, String name) {
        return any(byName.get(root + "#" + name));
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
    Optional<String> place(String template) {
        return any(places.get(template.replaceAll("\\{[^}]*}", "{}")));
    }

    Optional<String> placeWithin(String template, String parent) {
        return any(places.getOrDefault(template.replaceAll("\\{[^}]*}", "{}"), Set.of()).stream()
                .filter(place -> place.startsWith(parent + "/"))
                .toList());
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

    /// `/v1/cases/7/allocations` is about `/v1/cases/7`.
    static String root(String path) {
        String[] steps = path.split("/");
        return String.join("/", List.of(steps).subList(0, Math.min(4, steps.length)));
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
        return many.endsWith("ies") ? many.replaceFirst("ies$", "y") : many.replaceFirst("(?<!s)s$", "");
    }
}
