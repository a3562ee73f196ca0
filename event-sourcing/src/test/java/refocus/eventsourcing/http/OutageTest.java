package refocus.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void is_behind_a_question_to_a_connection_that_is_being_closed() {
        var closing = new NoStackTraceThrowable("Connection is not active now, current status: CLOSING");
        assertThat(Outage.isBehind(new CompletionException(closing))).isTrue();
    }

    @Test
    void is_behind_a_question_that_waited_on_a_connection_that_closed() {
        var closed = new NoStackTraceThrowable("Pending requests failed to be sent due to connection has been closed.");
        assertThat(Outage.isBehind(new CompletionException(closed))).isTrue();
    }

    @Test
    void is_not_behind_what_else_the_client_says_so() {
        assertThat(Outage.isBehind(new NoStackTraceThrowable("a parameter is missing")))
                .isFalse();
    }
}
