package refocus.eventsourcing.log;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Connections that are given up when the database has said nothing for too long.
///
/// A host that is gone does not say so, and neither does a network that passes nothing on: who waits for an answer
/// would wait for ever. Connections by JDBC have the same limit (`socketTimeout`) and are told the same.
@Dependent
class DatabasePools {

    private final Duration silence;
    private final String session;

    /// @param seconds without a word, after which a connection is given up
    /// @param session what PostgreSQL is told of each session, as on its command line
    @Inject
    DatabasePools(
            @ConfigProperty(name = "refocus.database.silence-seconds") int seconds,
            @ConfigProperty(name = "refocus.database.session") String session) {
        this.silence = Duration.ofSeconds(seconds);
        this.session = session;
    }

    /// The log's and the views'.
    @Produces
    PgPoolCreator own() {
        return this::create;
    }

    /// The keys'.
    @Produces
    @ReactiveDataSource("keys")
    PgPoolCreator keys() {
        return this::create;
    }

    private Pool create(PgPoolCreator.Input input) {
        var hosts = new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList());
        for (SqlConnectOptions host : hosts) {
            host.addProperty("options", session);
            host.setConnectTimeout((int) silence.toMillis());
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(hosts)
                .withConnectHandler(this::listen)
                .using(input.vertx())
                .build();
    }

    private void listen(SqlConnection connection) {
        var pooled = ((SqlConnectionInternal) connection).unwrap();
        var socket = ((SocketConnectionBase) pooled.unwrap()).socket();
        socket.channelHandlerContext().pipeline().addFirst(new Ears(silence));
        var _ = connection.close(); // back to the pool
    }

    /// Closes by itself, in front of all others: the client's own limit asks the server to close, and waits for that.
    ///
    /// An idle connection is no harm and is kept for longer; so is one whose answer broke off in the middle,
    /// for the two look alike from here.
    private static final class Ears extends IdleStateHandler {

        private static final int KEPT = 10;

        private boolean asked;
        private int quiet;

        Ears(Duration silence) {
            super((int) silence.toSeconds(), 0, 0);
        }

        @Override
        public void write(ChannelHandlerContext connection, Object question, ChannelPromise sent) throws Exception {
            asked = true;
            super.write(connection, question, sent);
        }

        @Override
        public void channelRead(ChannelHandlerContext connection, Object answer) throws Exception {
            asked = false;
            quiet = 0;
            super.channelRead(connection, answer);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext connection, IdleStateEvent silence) {
            quiet++;
            if (asked || quiet == KEPT) {
                var _ = connection.close();
            }
        }
    }
}
