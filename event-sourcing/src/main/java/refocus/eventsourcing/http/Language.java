package refocus.eventsourcing.http;

import java.util.List;
import java.util.Locale;

/// The two languages everything is said in.
public enum Language {
    EN("en"),
    CY("cy");

    private static final List<Locale> SPOKEN = List.of(Locale.of("en"), Locale.of("cy"));

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.of(tag, "GB");
    }

    /// What an `Accept-Language` prefers; English where it names neither, or makes no sense.
    public static Language preferredBy(String acceptLanguage) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return best != null && best.getLanguage().equals("cy") ? CY : EN;
        } catch (IllegalArgumentException _) {
            return EN;
        }
    }
}
