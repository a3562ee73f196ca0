package refocus.cases.decisionlog.http;

import static refocus.cases.decisionlog.DecisionLogProjection.DECISIONS;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.decisionlog.DecisionEntry;
import refocus.cases.decisionlog.DecisionEntry.Status;
import refocus.cases.decisionlog.DecisionLogProjection;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;

/// Decisions, newest first.
@Singleton
class DecisionLog {

    record Listed(
            UUID id,
            Optional<UUID> referral,
            @JsonProperty("case") Optional<UUID> caseId,
            UUID child,
            Status status,
            String kind,
            String label,
            String tier,
            int requiredLevel,
            int neededLevel,
            Optional<UUID> proposedBy,
            Instant proposedAt,
            int supporters,
            Optional<Integer> takenLevel,
            Optional<UUID> takenBy,
            Optional<Instant> takenAt,
            Optional<String> outsideRule) {}

    private final Views views;
    private final Freshness freshness;
    private final DecisionLogProjection log;
    private final Access access;
    private final CodeSets codes;

    DecisionLog(Views views, Freshness freshness, DecisionLogProjection log, Access access, CodeSets codes) {
        this.views = views;
        this.freshness = freshness;
        this.log = log;
        this.access = access;
        this.codes = codes;
    }

    Uni<Page<Listed>> list(Where where, PageRequest page, Caller caller, Purpose purpose) {
        page.after()
                .ifPresent(last -> where.and(
                        "(t.proposed_at, t.decision) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return freshness
                .of(log, caller)
                .chain(() -> access.hidden(caller, purpose))
                .invoke(hidden -> hidden.from(where, "not (t.child = any(?))"))
                .chain(() -> views.list(
                        DECISIONS,
                        where + "order by t.proposed_at desc, t.decision desc limit " + page.rows(),
                        where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.proposedAt(), row.decision())))
                .flatMap(rows -> shown(rows, caller, purpose));
    }

    private Uni<Page<Listed>> shown(Page<DecisionEntry> rows, Caller caller, Purpose purpose) {
        List<UUID> entries = rows.items().stream().map(DecisionEntry::child).toList();
        return access.list(entries, "decisions", caller, purpose)
                .map(seen -> rows.only(row -> seen.contains(row.child()))
                        .map(row -> shown(row, caller.language().locale())));
    }

    private Listed shown(DecisionEntry row, Locale language) {
        return new Listed(
                row.decision(),
                row.referral(),
                row.caseId(),
                row.child(),
                row.status(),
                row.kind(),
                codes.label("decision-kind", row.kind(), language),
                row.tier(),
                row.requiredLevel(),
                row.neededLevel(),
                row.proposedBy(),
                row.proposedAt(),
                row.supporters(),
                row.takenLevel(),
                row.takenBy(),
                row.takenAt(),
                row.outsideRule());
    }
}
