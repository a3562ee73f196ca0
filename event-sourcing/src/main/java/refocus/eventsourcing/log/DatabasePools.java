package refocus.eventsourcing.log;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Connections that are given up when the database has said nothing for too long.
///
/// A host that is gone does not say so, and neither does a network that passes nothing on: who waits for an answer
/// would wait for ever. Connections by JDBC have the same limit (`socketTimeout`).
@Dependent
class DatabasePools {

    private static final String SECONDS = "refocus.database.silence-seconds";

    /// The log's and the views'.
    @Produces
    PgPoolCreator own(@ConfigProperty(name = SECONDS) int seconds) {
        return listening(Duration.ofSeconds(seconds));
    }

    /// The keys'.
    @Produces
    @ReactiveDataSource("keys")
    PgPoolCreator keys(@ConfigProperty(name = SECONDS) int seconds) {
        return listening(Duration.ofSeconds(seconds));
    }

    private static PgPoolCreator listening(Duration silence) {
        return input -> {
            var hosts = new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList());
            hosts.forEach(host -> host.setConnectTimeout((int) silence.toMillis()));
            return PgBuilder.pool()
                    .with(input.poolOptions())
                    .connectingTo(hosts)
                    .withConnectHandler(connection -> listen(connection, silence))
                    .using(input.vertx())
                    .build();
        };
    }

    private static void listen(SqlConnection connection, Duration silence) {
        var pooled = ((SqlConnectionInternal) connection).unwrap();
        var socket = ((SocketConnectionBase) pooled.unwrap()).socket();
        socket.channelHandlerContext().pipeline().addFirst(new Ears(silence));
        var _ = connection.close(); // back to the pool
    }

    /// Closes by itself, in front of all others: the client's own limit asks the server to close, and waits for that.
    private static final class Ears extends IdleStateHandler {

        Ears(Duration silence) {
            super((int) silence.toSeconds(), 0, 0);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext connection, IdleStateEvent silence) {
            var _ = connection.close();
        }
    }
}
