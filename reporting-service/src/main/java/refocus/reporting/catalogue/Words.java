package refocus.reporting.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import refocus.eventsourcing.http.Language;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Report;

/// What reports and their columns are called and mean, in English and Welsh, from `messages/reports_*.properties`.
public final class Words {

    private static final Map<Language, Properties> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read("/messages/reports_%s.properties".formatted(language.tag())));
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

    private static Properties read(String bundle) {
        try (var stream = Words.class.getResourceAsStream(bundle)) {
            if (stream == null) {
                throw new IllegalStateException(bundle + " is missing");
            }
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
