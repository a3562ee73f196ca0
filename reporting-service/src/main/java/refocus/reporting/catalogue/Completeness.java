package refocus.reporting.catalogue;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.http.NotNow;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Report;

/// How far a report is complete.
@Singleton
public class Completeness {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Views views;

    Completeness(Views views) {
        this.views = views;
    }

    /// Everything recorded up to then is in the figures; empty before the first watermark.
    public Uni<Optional<Instant>> completeThrough(Report report) {
        return Uni.combine()
                .all()
                .unis(lowest(report.projections()), lowest(heard(report.alsoReads())))
                .with((needed, other) ->
                        needed.map(instant -> other.filter(instant::isAfter).orElse(instant)));
    }

    /// Completeness, where the question may be answered; a moment that is not complete yet fails with [NotNow], so that
    /// the same question always has the same answer.
    public Uni<Optional<Instant>> covering(Report report, Optional<Instant> asOf) {
        return completeThrough(report).invoke(through -> {
            boolean covered = asOf.isEmpty()
                    || through.filter(until -> !asOf.get().isAfter(until)).isPresent();
            if (!covered) {
                throw new NotNow("not-complete-yet", A_MOMENT);
            }
        });
    }

    private Uni<Optional<Instant>> lowest(Set<String> names) {
        return lowest(through(names));
    }

    /// Without the topics that have never told how far they are: no service stands behind those yet.
    private Multi<Instant> heard(Set<String> names) {
        return through(names).filter(Instant.EPOCH::isBefore);
    }

    private Multi<Instant> through(Set<String> names) {
        return Multi.createFrom().iterable(names).onItem().transformToUniAndConcatenate(views::through);
    }

    private static Uni<Optional<Instant>> lowest(Multi<Instant> through) {
        return through.collect()
                .asList()
                .map(all -> all.stream().min(Instant::compareTo).filter(Instant.EPOCH::isBefore));
    }
}
