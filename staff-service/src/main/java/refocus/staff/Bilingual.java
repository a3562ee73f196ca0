package refocus.staff;

import java.util.Locale;

/// The same words in both languages; public, and never about a person.
public record Bilingual(String en, String cy) {

    public String in(Locale language) {
        return language.getLanguage().equals("cy") ? cy : en;
    }
}
