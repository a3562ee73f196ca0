package refocus.eventsourcing.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import refocus.eventsourcing.canary.Canary;

/// What people write, each text with the canary in it.
record Texts(Canary canary, Random chance) {

    private static final List<String> ODD = List.of(
            "%s",
            "Mae %s yn hoffi’r ŵyl: â ê î ô û ŵ ŷ, ÄËÏÖ",
            "%s 👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
            "שלום %s مرحبا",
            "%s e\u0301 \u200b\u200d\u00a0 zero",
            "'; drop table event; -- %s",
            "<script>alert('%s')</script> & \"quoted\"",
            "${%s} {0} %%s %%n #{x} {{y}}",
            "first line of %s\nsecond\tline",
            "%s\u2028\u0085\u001f end",
            " %s ");
    private static final int USUAL = 60;
    private static final int LONG = 5000;
    private static final int RARELY = 12;

    /// @param most its longest, 0 where nothing says
    String any(int most) {
        String text = ODD.get(chance.nextInt(ODD.size())).formatted(canary.word("text"));
        if (chance.nextInt(RARELY) == 0) {
            return ofLength(most > 0 ? most : LONG);
        }
        return most > 0 && text.length() > most ? text.substring(0, most).replaceAll("[\\ud800-\\udbff]$", "x") : text;
    }

    /// As long as it may be, or one more.
    String ofLength(int length) {
        String start = canary.word("text");
        return start.length() > length ? start.substring(0, length) : start + "ŵ".repeat(length - start.length());
    }

    /// One that fits a pattern, where one of the usual ones does.
    String fitting(String pattern, int most) {
        if (pattern.equals("\\S") || pattern.isEmpty()) {
            return any(most);
        }
        return Stream.of("a", "abc", "A", "AB_C", "a-b", "A1", "a1", "2026", "en", "x".repeat(USUAL / 2))
                .filter(text -> text.matches(pattern) && (most == 0 || text.length() <= most))
                .skip(chance.nextInt(2))
                .findFirst()
                .orElse("a");
    }
}
