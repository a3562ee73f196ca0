package refocus.eventsourcing.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import refocus.eventsourcing.http.Cursor;
import refocus.eventsourcing.http.NotNow;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;

/// Who was shown or refused one subject's record, newest first.
@ApplicationScoped
public class AccessLog {

    /// One look at the record, or the refusal of one.
    ///
    /// @param actor the worker, or the client where a system asked
    /// @param account the account the issuer knows the caller by
    public record Entry(
            UUID id,
            Instant occurredAt,
            String actor,
            String account,
            String client,
            List<String> roles,
            String what,
            String basis,
            Optional<String> reason,
            int results,
            boolean refused,
            UUID correlation) {}

    private static final String NEWEST = """
            select id, occurred_at, actor, account, client, roles, what, basis, reason, results, correlation
            from access_record
            where subject = $1 and (occurred_at, id) < ($2, $3)
            order by occurred_at desc, id desc
            limit $4""";

    private static final OffsetDateTime LATER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final Pool pool;

    @Inject
    AccessLog(Pool pool) {
        this.pool = pool;
    }

    public Uni<Page<Entry>> of(UUID subject, PageRequest page) {
        Optional<Cursor> after = page.after();
        var asked = Tuple.of(
                subject,
                after.map(last -> last.instant(0).atOffset(ZoneOffset.UTC)).orElse(LATER),
                after.map(last -> last.uuid(1)).orElse(HIGHEST),
                page.rows());
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(NEWEST).execute(asked).toCompletionStage())
                .onFailure()
                .transform(_ -> new NotNow("audit-unavailable", Disclosures.RETRY_AFTER))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AccessLog::entry)
                        .toList())
                .map(rows -> Page.of(rows, page, row -> List.of(row.occurredAt(), row.id())));
    }

    private static Entry entry(Row row) {
        String roles = row.getString("roles");
        String basis = row.getString("basis");
        return new Entry(
                row.getUUID("id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("actor"),
                row.getString("account"),
                row.getString("client"),
                roles.isEmpty() ? List.of() : List.of(roles.split(" ")),
                row.getString("what"),
                basis,
                Optional.ofNullable(row.getString("reason")),
                row.getInteger("results"),
                basis.equals(Disclosed.DENIED),
                row.getUUID("correlation"));
    }
}
