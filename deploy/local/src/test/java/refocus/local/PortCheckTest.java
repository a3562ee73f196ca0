package refocus.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void a_taken_port_is_named_with_what_wants_it_and_what_to_do() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortCheck.mustBeFree("case service", taken.getLocalPort()))
                    .isInstanceOf(Unworkable.class)
                    .hasMessageContaining("port %d (case service) is taken by ".formatted(taken.getLocalPort()))
                    .hasMessageContaining("process")
                    .hasMessageContaining("--ports BASE");
        }
    }

    @Test
    void a_free_port_is_nobodys_business() throws IOException {
        int free;
        try (var given = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = given.getLocalPort();
        }
        assertThatCode(() -> PortCheck.mustBeFree("case service", free)).doesNotThrowAnyException();
    }
}
