package refocus.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuersTest {

    private static final List<String> OURS = List.of("refocus");
    private static final Optional<URI> SAFE = Optional.of(URI.create("https://identity.example/realms/refocus"));

    @ParameterizedTest
    @ValueSource(strings = {"https://identity.example/", "http://localhost:8080/realms/refocus", "http://[::1]:8080"})
    void an_issuer_that_nobody_can_feign_is_believed(String issuer) {
        assertThat(TrustedIssuers.objection(Optional.of(URI.create(issuer)), true, OURS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://identity.example/", "http://localhost.example/", "HTTP://10.0.0.1", "/realms/refocus"})
    void an_issuer_whose_words_can_be_changed_on_the_way_is_not(String issuer) {
        assertThat(TrustedIssuers.objection(Optional.of(URI.create(issuer)), true, OURS))
                .hasValueSatisfying(words -> assertThat(words).contains("https").contains(issuer));
    }

    @Test
    void no_issuer_and_an_unchecked_one_are_no_issuers() {
        assertThat(TrustedIssuers.objection(Optional.empty(), true, OURS)).isPresent();
        assertThat(TrustedIssuers.objection(SAFE, false, OURS))
                .hasValueSatisfying(words -> assertThat(words).contains("certificate"));
    }

    @Test
    void tokens_for_others_are_not_taken() {
        assertThat(TrustedIssuers.objection(SAFE, true, List.of("any"))).isPresent();
        assertThat(TrustedIssuers.objection(SAFE, true, List.of())).isPresent();
    }
}
