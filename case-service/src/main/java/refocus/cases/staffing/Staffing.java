package refocus.cases.staffing;

import static refocus.cases.staffing.StaffingProjection.CAPACITY;
import static refocus.cases.staffing.StaffingProjection.MEMBERS;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Views;

/// What is known of the workers, as far as it has been heard.
@Singleton
public class Staffing {

    private record Found(UUID worker) {}

    /// Those whose latest place by that day is the team, or one that has become it.
    private static final String IN_TEAM = """
            with recursive same as (
                select $1::uuid as team
                union
                select merged.team from views.staffing_merged merged
                join same on merged.became_team = same.team
                where merged.merged_on <= $2)
            select place.worker from (
                select distinct on (worker) worker, team from views.staffing_place
                where starts_on <= $2
                order by worker, starts_on desc) place
            join same on same.team = place.team""";

    /// Those whose team, or what has become of it, is that of a worker.
    private static final String BESIDE = """
            with recursive latest as (
                select distinct on (worker) worker, team from views.staffing_place
                where starts_on <= $2
                order by worker, starts_on desc),
            became as (
                select worker, team from latest
                union
                select became.worker, merged.became_team from became
                join views.staffing_merged merged on merged.team = became.team
                where merged.merged_on <= $2)
            select distinct other.worker from became own
            join became other on other.team = own.team
            where own.worker = $1 and other.worker <> $1""";

    private final Views views;

    Staffing(Views views) {
        this.views = views;
    }

    /// Empty for a worker of whom nothing has been heard.
    public Uni<Optional<StaffMember>> member(UUID worker) {
        return views.list(MEMBERS, "where t.worker = $1", worker)
                .map(found -> found.stream().findFirst());
    }

    /// The points a worker has room for on that day; empty where they are not counted.
    public Uni<Optional<BigDecimal>> capacity(UUID worker, LocalDate on) {
        return views.list(
                        CAPACITY,
                        "where t.worker = $1 and t.starts_on <= $2 order by t.starts_on desc limit 1",
                        worker,
                        on)
                .map(found -> found.stream().findFirst().flatMap(StaffCapacity::points));
    }

    /// Everyone whose last day was before that day.
    public Uni<List<UUID>> goneBy(LocalDate day) {
        return ids("select worker from views.staffing where last_day < $1", day);
    }

    /// Everyone who is in the team on that day.
    public Uni<List<UUID>> team(UUID team, LocalDate on) {
        return ids(IN_TEAM, team, on);
    }

    /// Everyone else who is in that worker's team on that day.
    public Uni<List<UUID>> teamOf(UUID worker, LocalDate on) {
        return ids(BESIDE, worker, on);
    }

    private Uni<List<UUID>> ids(String sql, Object... values) {
        return views.query(sql, Found.class, values)
                .map(found -> found.stream().map(Found::worker).toList());
    }
}
