package refocus.reporting.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import refocus.eventsourcing.http.Language;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Report;

/// What reports and their columns are called and mean, in English and Welsh, from `messages/reports_*.properties`, and
/// what the dashboard says, from `messages/dashboard_*.properties`.
public final class Words {

    private static final Map<Language, Properties> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            var words = new Properties();
            read(words, "/messages/reports_%s.properties".formatted(language.tag()));
            read(words, "/messages/dashboard_%s.properties".formatted(language.tag()));
            ALL.put(language, words);
        }
    }

    private final Properties words;

    private Words(Properties words) {
        this.words = words;
    }

    public static Words in(Language language) {
        return new Words(ALL.getOrDefault(language, new Properties()));
    }

    /// A word about a report.
    ///
    /// @param what one of title, definition, numerator, denominator, unit
    public String of(Report report, String what) {
        return word(report.name() + "." + what);
    }

    public String of(Report report, Column column) {
        return word("%s.column.%s".formatted(report.name(), column.name()));
    }

    /// Of what every report has, as in `column.key`.
    public String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return word;
    }

    /// The same with facts in their places: `{0}` is the first.
    public String word(String key, List<?> facts) {
        String text = word(key);
        for (int i = 0; i < facts.size(); i++) {
            text = text.replace("{" + i + "}", facts.get(i).toString());
        }
        return text;
    }

    private static void read(Properties words, String bundle) {
        try (var stream = Words.class.getResourceAsStream(bundle)) {
            if (stream == null) {
                throw new IllegalStateException(bundle + " is missing");
            }
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
