package refocus.eventsourcing.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import refocus.eventsourcing.Coded;
import refocus.eventsourcing.codes.CodeSets;

/// What a code says to a person: `messages/problems_*.properties` for the library's own codes, and the service's
/// `messages/rules_*.properties` for its rules. `{0}` is the first fact.
public record Wording(String title, String detail) {

    private static final String WITHOUT_WORDS = "unworded";

    public static Wording of(String code, Language language, List<?> facts) {
        Properties words = words(language);
        String known = isKnown(code) ? code : WITHOUT_WORDS;
        return new Wording(
                filled(words.getProperty(known + ".title"), language, facts),
                filled(words.getProperty(known + ".detail"), language, facts));
    }

    static boolean isKnown(String code) {
        return Arrays.stream(Language.values())
                .allMatch(language -> words(language).containsKey(code + ".title"));
    }

    /// What a constraint says: its template names the words, and its attributes fill them in.
    ///
    /// Not what the validator would say, for that may choose another language than the rest of the answer.
    static String ofConstraint(String template, Map<String, Object> attributes, Language language) {
        String text = words(language).getProperty(template.replaceAll("^\\{|}$", ""), template);
        for (var attribute : attributes.entrySet()) {
            text = text.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
        }
        return text;
    }

    private static Properties words(Language language) {
        return Loaded.WORDS.getOrDefault(language, new Properties());
    }

    private static String filled(String pattern, Language language, List<?> facts) {
        String text = pattern;
        for (int i = 0; i < facts.size(); i++) {
            text = text.replace("{" + i + "}", said(facts.get(i), language));
        }
        return text.replaceAll("\\{[0-9]}", "…");
    }

    private static String said(Object fact, Language language) {
        return switch (fact) {
            case LocalDate date ->
                date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()));
            case Coded(var set, var codes) ->
                codes.stream()
                        .map(code -> Loaded.CODES.label(set, code, language.locale()))
                        .collect(Collectors.joining(", "));
            default -> fact.toString();
        };
    }

    /// Read once, when the first problem is told.
    private static final class Loaded {

        static final CodeSets CODES = new CodeSets();
        static final Map<Language, Properties> WORDS = new EnumMap<>(Language.class);

        static {
            for (Language language : Language.values()) {
                Properties words = new Properties();
                load(
                        language == Language.EN ? "ValidationMessages.properties" : "ValidationMessages_cy.properties",
                        words);
                load("messages/problems_%s.properties".formatted(language.tag()), words);
                load("messages/rules_%s.properties".formatted(language.tag()), words);
                WORDS.put(language, words);
            }
        }

        private static void load(String name, Properties words) {
            try {
                for (URL found : Collections.list(
                        Thread.currentThread().getContextClassLoader().getResources(name))) {
                    try (var text = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
                        words.load(text);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
