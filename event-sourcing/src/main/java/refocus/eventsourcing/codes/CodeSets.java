package refocus.eventsourcing.codes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;

/// Every code set, and the check of what comes in against them.
@Singleton
public class CodeSets {

    record Index(List<String> sets) {}

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());

    private final Map<String, CodeSet> sets = new TreeMap<>();

    public CodeSets() {
        if (file("index").isPresent()) {
            read("index", Index.class).sets().forEach(name -> sets.put(name, read(name, CodeSet.class)));
        }
    }

    public Collection<CodeSet> all() {
        return sets.values();
    }

    public CodeSet named(String name) {
        CodeSet set = sets.get(name);
        if (set == null) {
            throw new Unknown("code-set");
        }
        return set;
    }

    /// What a code says to a reader; a code of an earlier time is still read.
    public String label(String set, String code, Locale language) {
        return named(set).find(code).map(known -> known.label().in(language)).orElse(code);
    }

    /// The level of a role.
    public Optional<Integer> level(String set, String code) {
        return named(set).find(code).flatMap(CodeSet.Code::level);
    }

    /// Refuses what is not in the set today.
    ///
    /// @param field where it stood in the request
    public String checked(String set, String field, String code) {
        return named(set)
                .find(code)
                .filter(known -> known.isUsedOn(Wales.today()))
                .orElseThrow(() -> new Impossible(field, "unknown-code", set))
                .code();
    }

    public void check(String set, String field, Optional<String> code) {
        code.ifPresent(given -> checked(set, field, given));
    }

    public void check(String set, String field, List<String> codes) {
        for (int place = 0; place < codes.size(); place++) {
            checked(set, "%s[%d]".formatted(field, place), codes.get(place));
        }
    }

    private static Optional<InputStream> file(String name) {
        return Optional.ofNullable(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("codes/%s.json".formatted(name)));
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream file = file(name).orElseThrow(() -> new IllegalStateException("no code set " + name))) {
            return JSON.readValue(file, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("code set " + name, unreadable);
        }
    }
}
