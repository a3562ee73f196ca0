package refocus.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"08006,true", "57P01,true", "53300,true", "23505,false", ",false"})
    void is_behind_what_the_database_says_will_pass(@Nullable String state, boolean passes) {
        assertThat(Outage.isBehind(new CompletionException(new SQLException("words", state))))
                .isEqualTo(passes);
    }

    @Test
    void is_not_behind_what_else_the_client_says_so() {
        assertThat(Outage.isBehind(new NoStackTraceThrowable("a parameter is missing")))
                .isFalse();
    }
}
