package refocus.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is no secret in production.
class KnownSecretsTest {

    static final String DRAWN = "s3Jx0mUeC2l5Z9yQ7tRkVbN1hFwAoXpG4dKcLiEqTzM=";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            quarkus.datasource.password,''
            quarkus.datasource.password,postgres
            quarkus.datasource.keys.password,case_keys_app
            quarkus.flyway.password,case_owner
            quarkus.oidc.credentials.secret,changeme
            refocus.master-key,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            refocus.master-key,not base64 at all
            kafka.sasl.jaas.config,org.apache.kafka.common.security.scram.ScramLoginModule required username="case" password="secret";
            refocus.security-contact,mailto:security@refocus.invalid
            """)
    void is_what_is_empty_plain_or_known_from_development(String setting, String value) {
        assertThat(KnownSecrets.found(Map.of(setting, value))).containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.password,Bwrdd-coch-9-melin",
        "refocus.master-key," + DRAWN,
        "kafka.sasl.jaas.config,ScramLoginModule required username='case' password='Afon-4-tegell';",
        "refocus.security-contact,https://council.example/security"
    })
    void what_was_drawn_is_one(String setting, String value) {
        assertThat(KnownSecrets.found(Map.of(setting, value))).isEmpty();
    }

    @Test
    void of_a_file_it_is_what_stands_in_it() throws Exception {
        Path good = Files.writeString(home.resolve("good"), DRAWN + "\n");
        Path plain = Files.writeString(home.resolve("plain"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(KnownSecrets.found(Map.of("refocus.master-key-file", good.toString())))
                .isEmpty();
        assertThat(KnownSecrets.found(Map.of("refocus.master-key-file", plain.toString())))
                .containsExactly("refocus.master-key-file");
    }

    @Test
    void of_several_master_keys_each_must_be_one() {
        String newer = "2:Qm9rZ1dYc0h0N0x6UjV2S2pQM25EeVRhRmVVaTlNcTE=";
        assertThat(KnownSecrets.found(Map.of("refocus.master-key", newer + "\n1:" + DRAWN)))
                .isEmpty();
        assertThat(KnownSecrets.found(
                        Map.of("refocus.master-key", newer + " 1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")))
                .containsExactly("refocus.master-key");
    }
}
