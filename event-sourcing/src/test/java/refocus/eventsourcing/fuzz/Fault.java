package refocus.eventsourcing.fuzz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// One thing that can be wrong with a field, everything else being right.
///
/// @param refused whether the description itself says that it must be; else it may be taken too, and never breaks
/// @param where the fields it can be wrong with
/// @param raw what stands there instead, as it is written
record Fault(String name, boolean refused, Predicate<Spot> where, Function<Spot, String> raw) {

    private static final int DEEP = 1500;

    static final List<Fault> ALL = List.of(
            refused("missing", Spot::required, _ -> ""),
            refused("nothing", Spot::required, _ -> "null"),
            refused("mistyped", spot -> !spot.type().isEmpty(), Fault::otherKind),
            refused("too long", spot -> spot.schema().has("maxLength"), spot -> text(most(spot, "maxLength") + 1)),
            refused("blank", spot -> spot.schema().path("pattern").asText().equals("\\S"), _ -> "\" \""),
            refused(
                    "of another pattern",
                    spot -> spot.type().equals("string")
                            && spot.schema().has("pattern")
                            && !spot.schema().path("pattern").asText().equals("\\S"),
                    _ -> "\" ~ \\n\""),
            refused("no word of these", spot -> spot.schema().has("enum"), _ -> "\"CANARY\""),
            refused("no such day", spot -> spot.format().equals("date"), _ -> "\"2026-02-30\""),
            refused("no day", spot -> spot.format().equals("date"), _ -> "\"CANARY\""),
            refused("no moment", spot -> spot.format().equals("date-time"), _ -> "\"2026-03-02 09:10\""),
            refused("no id", spot -> spot.format().equals("uuid"), _ -> "\"CANARY\""),
            refused("too much", spot -> spot.schema().has("maximum"), spot -> Long.toString(most(spot, "maximum") + 1)),
            refused(
                    "too little",
                    spot -> spot.schema().has("minimum"),
                    spot -> Long.toString(most(spot, "minimum") - 1)),
            refused("too many", spot -> spot.schema().has("maxItems"), Fault::tooMany),
            refused("none", spot -> spot.schema().path("minItems").asInt() > 0, _ -> "[]"),
            refused("no whole number", spot -> spot.type().equals("integer"), _ -> "1.5"),
            refused("a number past all", spot -> spot.type().equals("integer"), _ -> "9".repeat(400)),
            refused("too deep", spot -> !spot.type().isEmpty(), _ -> "[".repeat(DEEP) + "]".repeat(DEEP)),
            refused(
                    "deep objects",
                    spot -> !spot.type().isEmpty(),
                    _ -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
            taken("a huge number", spot -> spot.type().equals("number"), _ -> "1e400"),
            taken("a tiny number", spot -> spot.type().equals("number"), _ -> "1e-400"),
            taken("a number of many digits", spot -> spot.type().equals("number"), _ -> "3." + "1".repeat(900)),
            taken("a number below all", spot -> spot.type().equals("number"), _ -> "-1e18"),
            taken("the largest int", spot -> spot.type().equals("integer"), _ -> "2147483647"),
            taken("the least int", spot -> spot.type().equals("integer"), _ -> "-2147483648"),
            taken("past int", spot -> spot.type().equals("integer"), _ -> "2147483648"),
            taken("NUL", Fault::isFree, _ -> "\"CANARY\\u0000 CANARY\""),
            taken("only NUL", Fault::isFree, _ -> "\"\\u0000\""),
            taken("half a letter", Fault::isFree, _ -> "\"CANARY \\ud800\""),
            taken("the other half", Fault::isFree, _ -> "\"\\udfff CANARY\""),
            taken("control letters", Fault::isFree, _ -> "\"CANARY\\u0001\\u0007\\u001b[31m\\r\\nCANARY\""),
            taken("no character", Fault::isFree, _ -> "\"CANARY\\uffff\\ufffe\""),
            taken("the first year", spot -> spot.format().startsWith("date"), Fault::longAgo),
            taken("a year past all", spot -> spot.format().startsWith("date"), Fault::farAhead),
            taken("the last day", spot -> spot.format().startsWith("date"), Fault::lastDay));

    private static Fault refused(String name, Predicate<Spot> where, Function<Spot, String> raw) {
        return new Fault(name, true, where, raw);
    }

    private static Fault taken(String name, Predicate<Spot> where, Function<Spot, String> raw) {
        return new Fault(name, false, where, raw);
    }

    private static boolean isFree(Spot spot) {
        return spot.type().equals("string") && spot.format().isEmpty();
    }

    private static String otherKind(Spot spot) {
        return switch (spot.type()) {
            case "string" -> "[1]";
            case "array" -> "{\"a\":1}";
            case "object" -> "[\"CANARY\"]";
            default -> "\"CANARY\"";
        };
    }

    private static long most(Spot spot, String limit) {
        return spot.schema().path(limit).asLong();
    }

    private static String text(long length) {
        return TextNode.valueOf("ŵ".repeat((int) length)).toString();
    }

    private static String tooMany(Spot spot) {
        var items = JsonNodeFactory.instance.arrayNode();
        for (long item = 0; item <= most(spot, "maxItems"); item++) {
            items.add(spot.owner().path(spot.name()).path(0));
        }
        return items.toString();
    }

    private static String longAgo(Spot spot) {
        return spot.format().equals("date") ? "\"0001-01-01\"" : "\"0001-01-01T00:00:00Z\"";
    }

    private static String farAhead(Spot spot) {
        return spot.format().equals("date") ? "\"+999999999-12-31\"" : "\"+1000000000-12-31T23:59:59.999999999Z\"";
    }

    private static String lastDay(Spot spot) {
        return spot.format().equals("date") ? "\"9999-12-31\"" : "\"9999-12-31T23:59:59Z\"";
    }
}
