package refocus.eventsourcing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import refocus.eventsourcing.canary.Canary;
import refocus.eventsourcing.contract.Described;

/// A request with exactly one thing wrong with it.
///
/// @param refused whether it must be
record Faulty(String fault, boolean refused, Asked asked) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "\"\\u0000here\\u0000\"";

    /// Something that can be wrong with any request, or any of a kind.
    private record Way(String name, boolean refused, UnaryOperator<Asked> spoil) {}

    /// @param right the request as it should be
    static Faulty of(Asked right, Described operation, Canary canary, Random chance) {
        if (right.body().isPresent() && chance.nextInt(3) > 0) {
            var found = inAField(right, operation, canary, chance);
            if (!found.isEmpty()) {
                return found.get(chance.nextInt(found.size()));
            }
        }
        List<Way> ways = ways(right, operation, canary);
        Way way = ways.get(chance.nextInt(ways.size()));
        return new Faulty(way.name, way.refused, way.spoil.apply(right));
    }

    private static List<Faulty> inAField(Asked right, Described operation, Canary canary, Random chance) {
        JsonNode body = read(right.text());
        var faults = new ArrayList<Faulty>();
        List<Spot> spots = Spot.all(operation, body);
        if (spots.isEmpty()) {
            return faults;
        }
        Spot spot = spots.get(chance.nextInt(spots.size()));
        Fault.ALL.stream()
                .filter(fault -> fault.where().test(spot))
                .forEach(fault -> faults.add(new Faulty(
                        "%s: %s".formatted(spot.name(), fault.name()),
                        fault.refused(),
                        right.saying(spoiled(
                                body, spot, fault.raw().apply(spot).replace("CANARY", canary.word("fault")))))));
        faults.add(new Faulty(spot.name() + ": twice", true, right.saying(twice(body, spot))));
        faults.add(new Faulty(
                spot.name() + ": beside an unknown field", true, right.saying(beside(body, spot, "noSuchField"))));
        faults.add(new Faulty(
                spot.name() + ": beside a field of the caller's own",
                true,
                right.saying(beside(body, spot, canary.word("field")))));
        return faults;
    }

    private static String spoiled(JsonNode body, Spot spot, String raw) {
        JsonNode was = spot.owner().get(spot.name());
        String text;
        if (raw.isEmpty()) {
            spot.owner().remove(spot.name());
            text = body.toString();
        } else {
            spot.owner().put(spot.name(), "\u0000here\u0000");
            text = body.toString().replace(MARK, raw);
        }
        spot.owner().set(spot.name(), was);
        return text;
    }

    private static String twice(JsonNode body, Spot spot) {
        String value = spot.owner().get(spot.name()).toString();
        return spoiled(body, spot, "%s,\"%s\":%s".formatted(value, spot.name(), value));
    }

    private static String beside(JsonNode body, Spot spot, String name) {
        ObjectNode owner = spot.owner();
        owner.put(name, 1);
        String text = body.toString();
        owner.remove(name);
        return text;
    }

    private static List<Way> ways(Asked right, Described operation, Canary canary) {
        String word = canary.word("fault");
        var ways = new ArrayList<>(List.of(
                new Way("no language", false, asked -> asked.with(Asked.LANGUAGE, "not a language;q=" + word)),
                new Way("every language", false, asked -> asked.with(Asked.LANGUAGE, "*")),
                new Way("a correlation of its own", false, asked -> asked.with("Correlation-Id", word)),
                new Way("a trace of its own", false, asked -> asked.with("traceparent", word)),
                new Way(
                        "Latin letters in a header",
                        false,
                        asked -> asked.with("X-Who", word + " ŵ".replace("ŵ", "é"))),
                new Way("another answer", false, asked -> asked.with("Accept", "application/x-" + word)),
                new Way("no answer at all", false, asked -> asked.with("Accept", word)),
                new Way("another method", true, asked -> asked.by("PATCH")),
                new Way("another encoding", false, asked -> asked.with("Content-Encoding", "gzip"))));
        if (operation.reads()) {
            ways.addAll(asking(operation, word));
        } else {
            ways.add(new Way("a version that is none", false, asked -> asked.with("If-Match", word)));
            ways.add(new Way("a version without quotes", false, asked -> asked.with("If-Match", "7")));
            ways.add(new Way("a version past all", false, asked -> asked.with("If-Match", "\"999999999999999999\"")));
            ways.add(new Way("a key of two words", false, asked -> asked.with("Idempotency-Key", "two " + word)));
            ways.add(new Way("a key too long", false, asked -> asked.with("Idempotency-Key", "k".repeat(201))));
        }
        right.body().ifPresent(_ -> ways.addAll(telling(right, word)));
        operation.variables().forEach(name -> {
            boolean id = operation.variable(name).path("format").asText().equals("uuid");
            ways.add(new Way(name + ": no id", id, asked -> asked.at(instead(operation, asked, name, word))));
            ways.add(new Way(
                    name + ": odd letters", id, asked -> asked.at(instead(operation, asked, name, "%00%C5%B5%2F.."))));
            ways.add(new Way(name + ": no UTF-8", id, asked -> asked.at(instead(operation, asked, name, "%ff%fe"))));
            ways.add(new Way(
                    name + ": nobody's",
                    false,
                    asked -> asked.at(instead(operation, asked, name, "0193a0de-0000-7000-8000-00000000dead"))));
            ways.add(new Way(
                    name + ": very long", id, asked -> asked.at(instead(operation, asked, name, "x".repeat(3000)))));
        });
        return ways;
    }

    private static List<Way> asking(Described operation, String word) {
        var ways = new ArrayList<>(List.of(
                new Way(
                        "an unknown filter",
                        true,
                        asked -> asked.at(asked.path().replaceFirst("\\?.*", "") + "?" + word + "=1")),
                new Way("a token that is none", false, asked -> asked.with("Consistency-Token", word)),
                new Way("a token of bytes", false, asked -> asked.with("Consistency-Token", "AAECAwQ"))));
        operation.filters().forEach(filter -> {
            String name = filter.path("name").asText();
            JsonNode schema = operation.actual(filter.path("schema"));
            boolean typed = List.of("after", "limit").contains(name)
                    || schema.has("format")
                    || !Described.type(schema).equals("string");
            for (String value : List.of(
                    word,
                    "%00",
                    "",
                    "-1",
                    "99999999999999999999",
                    "%F0%9F%91%A9",
                    "2026-02-30",
                    "%2B12026-01-01",
                    "a%00b")) {
                boolean none = typed && value.equals(word);
                ways.add(new Way(
                        "%s=%s".formatted(name, value),
                        none,
                        asked -> asked.at(asked.path().replaceFirst("\\?.*", "") + "?" + name + "=" + value)));
            }
        });
        return ways;
    }

    private static List<Way> telling(Asked right, String word) {
        String text = right.text();
        return List.of(
                new Way("no body", true, Asked::silent),
                new Way("an empty body", true, asked -> asked.saying("")),
                new Way("half a body", true, asked -> asked.saying(text.substring(0, text.length() - 1))),
                new Way("a body and more", true, asked -> asked.saying(text + "{\"" + word + "\":1}")),
                new Way("a list", true, asked -> asked.saying("[" + text + "]")),
                new Way("nothing", true, asked -> asked.saying("null")),
                new Way("a word", true, asked -> asked.saying("\"" + word + "\"")),
                new Way("no JSON", true, asked -> asked.saying(word)),
                new Way(
                        "no UTF-8",
                        false,
                        asked -> asked.saying(text.replace("ŵ", "é").getBytes(ISO_8859_1))),
                new Way("plain text", true, asked -> asked.with("Content-Type", "text/plain")),
                new Way("XML", true, asked -> asked.with("Content-Type", "application/xml")),
                new Way("no media type", false, asked -> asked.with("Content-Type", word)),
                new Way(
                        "another charset",
                        false,
                        asked -> asked.with("Content-Type", "application/json;charset=" + word)));
    }

    private static String instead(Described operation, Asked asked, String variable, String value) {
        String[] template = operation.path().split("/");
        String[] steps = asked.path().replaceFirst("\\?.*", "").split("/");
        for (int step = 0; step < template.length; step++) {
            if (template[step].equals("{" + variable + "}")) {
                steps[step] = value;
            }
        }
        return String.join("/", steps);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
