package refocus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCacheTest {

    @TempDir
    Path built;

    private StartUpCache cache;

    @BeforeEach
    void build() throws IOException {
        var jar = Files.writeString(built.resolve("quarkus-run.jar"), "a build");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        cache = new StartUpCache(jar);
    }

    @Test
    void a_build_without_one_starts_without() throws IOException {
        assertThat(cache.isThere()).isFalse();
        assertThat(cache.uses()).isEmpty();
        assertThat(cache.keep()).isFalse();
    }

    @Test
    void what_a_start_has_written_serves_the_next() throws IOException {
        Files.writeString(written(), "classes");

        assertThat(cache.keep()).isTrue();
        assertThat(cache.uses()).containsExactly("-XX:AOTCache=" + built.resolve("start-up.aot"));
        assertThat(written()).doesNotExist();
    }

    @Test
    void that_of_an_earlier_build_serves_no_more() throws IOException {
        Files.writeString(written(), "classes");
        cache.keep();
        Files.setLastModifiedTime(
                built.resolve("quarkus-run.jar"), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(cache.uses()).isEmpty();
    }

    private Path written() {
        return Path.of(cache.makes().getFirst().replace("-XX:AOTCacheOutput=", ""));
    }
}
