package refocus.eventsourcing.http;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells a database out of reach, which passes, from a fault of ours, which does not.
final class Outage {

    /// Connection, resources, operator intervention: the classes of SQLSTATE that a later try may not meet.
    private static final List<String> PASSING = List.of("08", "53", "57");

    /// What the client says, by a class that says nothing, of a question to a connection that is closed or closing.
    private static final List<String> CLOSING = List.of("Connection is not active", "Pending requests failed");

    private static final int FRAMES = 12;

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case PgException database -> passes(database.getSqlState());
            case SQLException database -> passes(database.getSQLState());
            case NoStackTraceThrowable said -> CLOSING.stream().anyMatch(String.valueOf(said.getMessage())::startsWith);
            case JacksonException _ -> false;
            case IOException _, TimeoutException _, VertxException _ -> true;
            default -> false;
        });
    }

    private static boolean passes(@Nullable String state) {
        return state != null && PASSING.stream().anyMatch(state::startsWith);
    }

    /// Where it went wrong, without any message.
    static String places(Throwable failure) {
        return causes(failure)
                .map(cause -> cause.getClass().getName()
                        + Arrays.stream(cause.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\ncaused by "));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
