package refocus.eventsourcing.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import refocus.eventsourcing.audit.Chain.Link;

/// The one statement that records accesses, a transaction of its own.
record AccessInsert(Pool pool) {

    private static final String INSERT = """
            insert into access_record (writer, seq, id, subject, what, basis, reason, results,
                                       actor, account, client, roles, correlation, occurred_at, mac)
            select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                                 $8::int[], $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[],
                                 $14::timestamptz[], $15::text[])
            where (select must_be_first_write())
            """;

    Future<?> run(List<Link> links) {
        return pool.preparedQuery(INSERT).execute(columns(links));
    }

    private static Tuple columns(List<Link> links) {
        return Tuple.from(new Object[] {
            column(links, UUID[]::new, Link::writer),
            column(links, Long[]::new, Link::seq),
            column(links, UUID[]::new, link -> link.access().id()),
            column(links, UUID[]::new, link -> link.access().subject()),
            column(links, String[]::new, link -> link.access().what()),
            column(links, String[]::new, link -> link.access().basis()),
            column(links, String[]::new, link -> link.access().reason().orElse(null)),
            column(links, Integer[]::new, link -> link.access().results()),
            column(links, String[]::new, link -> link.access().actor()),
            column(links, String[]::new, link -> link.access().account()),
            column(links, String[]::new, link -> link.access().client()),
            column(links, String[]::new, link -> link.access().roles()),
            column(links, UUID[]::new, link -> link.access().correlation()),
            column(
                    links,
                    OffsetDateTime[]::new,
                    link -> link.access().occurredAt().atOffset(ZoneOffset.UTC)),
            column(links, String[]::new, Link::mac)
        });
    }

    private static <T> T[] column(List<Link> links, IntFunction<T[]> array, Function<Link, T> value) {
        return links.stream().map(value).toArray(array);
    }
}
