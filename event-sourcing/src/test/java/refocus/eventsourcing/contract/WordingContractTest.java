package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingContractTest {

    @TempDir
    Path module;

    @BeforeEach
    void a_service() throws IOException {
        Files.createDirectories(module.resolve("messages"));
        Files.writeString(module.resolve("Book.java"), "throw new Refused(\"book-lent\", until);");
        words("en", "book-lent.title=Lent\nbook-lent.detail=Until {0}\n");
        words("cy", "book-lent.title=Ar fenthyg\nbook-lent.detail=Tan {0}\n");
    }

    @Test
    void the_librarys_own_codes_speak_both_languages() {
        WordingContract.check();
    }

    @Test
    void a_service_with_all_its_words_passes() {
        WordingContract.check(module, module.resolve("messages"));
    }

    @Test
    void a_code_without_words_is_found() throws IOException {
        Files.writeString(module.resolve("Shelf.java"), "new Impossible(\"row\",\n \"no-such-row\")");
        assertThatThrownBy(() -> WordingContract.check(module, module.resolve("messages")))
                .hasMessageContaining("no-such-row");
    }

    @Test
    void words_that_no_rule_speaks_are_found() throws IOException {
        Files.writeString(module.resolve("Book.java"), "throw new Refused(\"book-lost\");");
        assertThatThrownBy(() -> WordingContract.check(module, module.resolve("messages")))
                .hasMessageContaining("book-lent");
    }

    @Test
    void a_missing_translation_and_a_missing_fact_are_found() throws IOException {
        words("cy", "book-lent.title=Ar fenthyg\nbook-lent.detail=Tan\n");
        assertThatThrownBy(() -> WordingContract.check(module, module.resolve("messages")))
                .hasMessageContaining("book-lent.detail");
        words("cy", "book-lent.title=Ar fenthyg\n");
        assertThatThrownBy(() -> WordingContract.check(module, module.resolve("messages")))
                .hasMessageContaining("book-lent.detail");
    }

    private void words(String language, String text) throws IOException {
        Files.writeString(module.resolve("messages/rules_%s.properties".formatted(language)), text);
    }
}
