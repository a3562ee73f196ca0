package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What `docs/asvs.md` says of the ASVS names classes that are there, and speaks of each requirement once.
class AsvsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern REQUIREMENT = Pattern.compile("(?<![\\d.])\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}(?!\\d)");
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\| [\\d.]+ \\| \\d \\| ([^|]*)\\|");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

    @Test
    void every_line_says_what_shows_it_by_a_class_that_is_there() throws IOException {
        Set<String> classes = classes();
        List<String> shown = SHOWN.matcher(text())
                .results()
                .map(line -> line.group(1).strip())
                .toList();
        assertThat(shown).hasSizeGreaterThan(150).allSatisfy(what -> {
            assertThat(what).matches("(test|code) `.*`|gap|deployment");
            assertThat(CLASS.matcher(what).results().map(name -> name.group(1))).isSubsetOf(classes);
        });
    }

    @Test
    void no_requirement_is_spoken_of_twice() throws IOException {
        // The first number of a line of the table, and whatever stands in the sentences between.
        Stream<String> told = text().lines()
                .map(line -> line.replaceFirst("^(\\| [\\d.]+ \\|).*", "$1"))
                .filter(line -> !line.contains("://"))
                .flatMap(line -> REQUIREMENT.matcher(line).results().map(found -> found.group()));
        assertThat(told.toList()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    }

    private static String text() throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve("asvs.md"));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                20,
                (file, _) ->
                        file.toString().endsWith(".java") && !file.toString().contains("target"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
