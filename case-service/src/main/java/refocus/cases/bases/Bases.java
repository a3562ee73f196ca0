package refocus.cases.bases;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.cases.access.Basis;
import refocus.cases.access.Standing;
import refocus.cases.access.Standing.AtWork;
import refocus.eventsourcing.projection.Views;

/// Asks who has which basis, as far as it has been projected.
@Singleton
public class Bases {

    /// Who asks.
    ///
    /// @param worker where it is one
    /// @param team the workers of the team they manage
    /// @param actingFor the one they act for, where they do
    public record Asking(Optional<UUID> worker, List<UUID> team, Optional<UUID> actingFor, LocalDate today) {}

    private record Guarded(UUID child) {}

    private record Work(UUID child, Boolean allocated, Boolean team, Boolean forAnother) {

        AtWork atWork() {
            return new AtWork(allocated, team, forAnother ? Optional.of(Basis.ALLOCATED) : Optional.empty());
        }
    }

    private record Stands(
            UUID child,
            Boolean restricted,
            Boolean connected,
            Boolean allocated,
            Boolean team,
            Boolean granted,
            Boolean brokeGlass) {

        Standing standing() {
            return new Standing(restricted, connected, allocated, team, granted, brokeGlass, Optional.empty());
        }
    }

    private static final String HELD_BY =
            "exists (select from views.bases_held h where h.child = t.child and h.worker %s"
                    + " and (h.ends_on is null or h.ends_on > $4))";

    // Asked with every read of a child: by `(select $1)`, PostgreSQL plans it once (decision 0012).
    private static final String WORK = """
            select t.child, %s as allocated, %s as team, %s as for_another
            from unnest((select $1::uuid[])) as t(child)""".formatted(
                    HELD_BY.formatted("= $2"),
                    HELD_BY.formatted("= any((select $3::uuid[])::uuid[])"),
                    HELD_BY.formatted("= $5"));

    /// Only those whom it may be hidden from: of all others the usual bases hold.
    private static final String STANDS = """
            select t.child, t.restricted, t.connected, %s as allocated, %s as team,
                   exists (select from views.bases_pass p where p.child = t.child and p.worker = $2
                           and not p.glass and (p.ends_at is null or p.ends_at > $5)) as granted,
                   exists (select from views.bases_pass p where p.child = t.child and p.worker = $2
                           and p.glass and p.ends_at > $5) as broke_glass
            from (select g.child, g.restricted,
                         exists (select from views.bases_connection c
                                 where c.child = g.child and c.worker = any($1)) as connected
                  from views.bases_guarded g) t
            where t.restricted or t.connected""".formatted(HELD_BY.formatted("= $2"), HELD_BY.formatted("= any($3)"));

    private static final UUID NOBODY = new UUID(0, 0);

    private final Views views;

    Bases(Views views) {
        this.views = views;
    }

    /// The children of whose access something was ever said.
    public Uni<Set<UUID>> guarded() {
        return views.query("select child from views.bases_guarded", Guarded.class)
                .map(found -> found.stream().map(Guarded::child).collect(Collectors.toUnmodifiableSet()));
    }

    /// What work with each of the children gives those who ask.
    public Uni<Map<UUID, AtWork>> work(Collection<UUID> children, Asking asking) {
        return views.query(
                        WORK,
                        Work.class,
                        children.toArray(UUID[]::new),
                        asking.worker().orElse(NOBODY),
                        asking.team().toArray(UUID[]::new),
                        asking.today(),
                        asking.actingFor().orElse(NOBODY))
                .map(found -> found.stream().collect(Collectors.toMap(Work::child, Work::atWork)));
    }

    /// How those who ask stand to every child who may be hidden from them.
    public Uni<Map<UUID, Standing>> standings(Asking asking, Instant at) {
        UUID[] near = Stream.concat(asking.worker().stream(), asking.actingFor().stream())
                .toArray(UUID[]::new);
        return views.query(
                        STANDS,
                        Stands.class,
                        near,
                        asking.worker().orElse(NOBODY),
                        asking.team().toArray(UUID[]::new),
                        asking.today(),
                        at.atOffset(ZoneOffset.UTC))
                .map(found -> found.stream().collect(Collectors.toMap(Stands::child, Stands::standing)));
    }
}
