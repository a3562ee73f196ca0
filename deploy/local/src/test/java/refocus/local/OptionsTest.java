package refocus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import refocus.local.identity.Provider;

class OptionsTest {

    @Test
    void by_default_it_tells_its_story_on_the_documented_ports() {
        var options = Options.parse();

        assertThat(options.empty()).isFalse();
        assertThat(options.provider()).isEqualTo(Provider.KEYCLOAK);
        assertThat(options.home()).isEqualTo(options.source().resolve(".refocus"));
        var ports = new Ports(options.base());
        assertThat(ports.identity()).isEqualTo(8080);
        assertThat(ports.of(Service.CASE)).isEqualTo(8081);
        assertThat(ports.of(Service.REPORTING)).isEqualTo(8085);
        assertThat(ports.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void each_option_is_taken() {
        var options = Options.parse("--empty", "--data", "/data/refocus", "--ports", "9080", "--identity", "local");

        assertThat(options.empty()).isTrue();
        assertThat(options.home()).isEqualTo(Path.of("/data/refocus"));
        assertThat(options.base()).isEqualTo(9080);
        assertThat(options.provider()).isEqualTo(Provider.LOCAL);
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        assertThatThrownBy(() -> Options.parse("--port", "9080")).hasMessageContaining("there is no option --port");
        assertThatThrownBy(() -> Options.parse("--ports")).hasMessageContaining("--ports needs a value");
        assertThatThrownBy(() -> Options.parse("--ports", "80x")).hasMessageContaining("not 80x");
        assertThatThrownBy(() -> Options.parse("--identity", "nobody")).hasMessageContaining("not nobody");
    }
}
