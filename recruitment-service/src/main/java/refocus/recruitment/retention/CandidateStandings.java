package refocus.recruitment.retention;

import static refocus.recruitment.retention.CandidatesKeptProjection.APPLICATIONS;
import static refocus.recruitment.retention.CandidatesKeptProjection.CANDIDATES;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.erasure.Traces;
import refocus.eventsourcing.projection.Views;
import refocus.recruitment.candidate.CandidateCommand.Standing;

/// Where a candidate's applications stand, and where the candidate has left traces.
@Singleton
public class CandidateStandings {

    private final Views views;

    CandidateStandings(Views views) {
        this.views = views;
    }

    public Uni<Standing> of(UUID candidate) {
        return Uni.combine()
                .all()
                .unis(
                        views.list(CANDIDATES, "where t.candidate = $1", candidate),
                        views.list(APPLICATIONS, "where t.candidate = $1", candidate))
                .asTuple()
                .map(read -> standing(read.getItem1(), read.getItem2()));
    }

    /// The candidate's own stream and those of their applications.
    public Uni<Traces> traces(UUID candidate) {
        return views.list(APPLICATIONS, "where t.candidate = $1", candidate)
                .map(rows -> new Traces(
                        Stream.concat(
                                        Stream.of(new StreamId("candidate", candidate)),
                                        rows.stream().map(row -> new StreamId("application", row.application())))
                                .toList(),
                        List.of()));
    }

    private static Standing standing(List<CandidateKept> candidates, List<ApplicationKept> applications) {
        return new Standing(
                applications.stream().anyMatch(one -> one.keptUntil().isEmpty() && !one.hired()),
                applications.stream().anyMatch(ApplicationKept::hired),
                Stream.concat(
                                candidates.stream().map(CandidateKept::keptUntil),
                                applications.stream()
                                        .map(ApplicationKept::keptUntil)
                                        .flatMap(Optional::stream))
                        .max(LocalDate::compareTo)
                        // Not in the view yet: registered a moment ago.
                        .orElse(LocalDate.MAX));
    }
}
