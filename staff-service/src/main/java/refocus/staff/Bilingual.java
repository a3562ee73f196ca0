package refocus.staff;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.Impossible;

/// The same words in both languages; neither may be missing.
public record Bilingual(String en, String cy) {

    private static final int MOST = 5_000;

    public Bilingual {
        check("en", en);
        check("cy", cy);
    }

    public String in(Locale language) {
        return language.getLanguage().equals("cy") ? cy : en;
    }

    private static void check(String language, @Nullable String words) {
        if (words == null || words.isBlank()) {
            throw new Impossible(language, "both-languages-needed");
        }
        if (words.length() > MOST) {
            throw new Impossible(language, "too-many-words", MOST);
        }
    }
}
