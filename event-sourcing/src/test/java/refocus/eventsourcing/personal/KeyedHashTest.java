package refocus.eventsourcing.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private final KeyedHash hash = KeyedHash.with(key());

    /// Fingerprints, search keys and the chain of accesses are stored: the same text has the same hash for ever. The
    /// values are another program's.
    @Test
    void a_hash_stays_what_it_is() {
        assertThat(hash.of("nhs-number", "9434765919")).isEqualTo("Ras5gwO0jLRWKI79WYKvJVziMTRVq0O4U9qy49dphOs");
        assertThat(hash.of("request", "POST".getBytes(UTF_8), "/v1/cases".getBytes(UTF_8), new byte[0]))
                .isEqualTo("l8Bf_jA2yLjxvYdmDaguuyS95wMHJXmZ5vMlZ0diH3k");
    }

    @Test
    void where_a_part_ends_counts() {
        assertThat(hash.of("use", "ab".getBytes(UTF_8), "c".getBytes(UTF_8)))
                .isNotEqualTo(hash.of("use", "a".getBytes(UTF_8), "bc".getBytes(UTF_8)))
                .isNotEqualTo(hash.of("use", "abc"));
    }

    @Test
    void many_hash_at_once() throws Exception {
        String expected = hash.of("use", "text");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = threads.invokeAll(IntStream.range(0, 2_000)
                    .mapToObj(_ -> (Callable<String>) () -> hash.of("use", "text"))
                    .toList());
            for (var one : all) {
                assertThat(one.get()).isEqualTo(expected);
            }
        }
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }
}
