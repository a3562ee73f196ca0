package refocus.recruitment.retention;

import static refocus.recruitment.retention.CandidatesKeptProjection.APPLICATIONS;
import static refocus.recruitment.retention.CandidatesKeptProjection.REFERENCES;
import static refocus.recruitment.retention.CandidatesKeptProjection.STANDING;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.erasure.Traces;
import refocus.eventsourcing.projection.Views;
import refocus.recruitment.candidate.CandidateCommand.Standing;

/// Where a candidate's applications stand, and where the candidate has left traces.
@Singleton
public class CandidateStandings {

    private final Views views;
    private final CandidatesKeptProjection kept;

    CandidateStandings(Views views, CandidatesKeptProjection kept) {
        this.views = views;
        this.kept = kept;
    }

    /// Before an erasure, which cannot be taken back: by all that is recorded up to now, whoever recorded it.
    public Uni<Standing> now(UUID candidate) {
        return views.caughtUp(kept.name()).chain(() -> of(candidate));
    }

    private Uni<Standing> of(UUID candidate) {
        return views.list(STANDING, "where t.candidate = $1", candidate)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Standing(row.serviceHeld(), row.running(), row.hired(), row.keptUntil()))
                        .orElseGet(CandidateStandings::none));
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

    /// Whoever was asked about the candidate, up to a version of the candidate's stream.
    Uni<List<UUID>> referees(StreamId candidate, long version) {
        return views.caughtUp(kept.name(), candidate, version).chain(() -> referees(candidate.id()));
    }

    /// Whoever was asked about the candidate, and is known here only for that.
    Uni<List<UUID>> referees(UUID candidate) {
        return views.list(REFERENCES, """
                        join views.candidates_kept_applications a on a.application = t.application
                        where a.candidate = $1 order by t.reference""", candidate)
                .map(rows -> rows.stream().map(ReferenceKept::reference).toList());
    }

    /// Of one who was never registered, or is erased.
    private static Standing none() {
        LocalDate today = Wales.today();
        return new Standing(false, false, false, CandidateRule.keptUntil(today, today));
    }
}
