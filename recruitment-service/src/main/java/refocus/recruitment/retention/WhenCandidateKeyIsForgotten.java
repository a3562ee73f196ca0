package refocus.recruitment.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.erasure.Traces;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateCommand.RecordErased;
import refocus.recruitment.candidate.CandidateEvent;
import refocus.recruitment.candidate.CandidateEvent.Looked;

/// When nobody can have the closed keys in hand any more, they are destroyed: the candidate's, and those of whoever was
/// asked about them. When every place was looked at and nothing can be read, the candidate is erased.
@Singleton
class WhenCandidateKeyIsForgotten implements WhenDue {

    private final Desk<CandidateCommand, CandidateEvent, Candidate> desk;
    private final CandidateStandings standings;
    private final Erasures erasures;

    WhenCandidateKeyIsForgotten(Desks desks, CandidateStandings standings, Erasures erasures) {
        this.desk = desks.of(Candidate.TYPE);
        this.standings = standings;
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "when_candidate_key_is_forgotten";
    }

    @Override
    public String view() {
        return CandidatesKeptProjection.ERASING.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        UUID candidate = stream.id();
        return Uni.combine()
                .all()
                .unis(standings.referees(candidate), standings.traces(candidate))
                .asTuple()
                .chain(found -> complete(candidate, found.getItem1(), found.getItem2(), asking))
                .chain(command -> desk.handle(candidate, command, asking));
    }

    private Uni<RecordErased> complete(UUID candidate, List<UUID> referees, Traces traces, Asking asking) {
        return erasures.complete(candidate, referees, traces).map(proof -> erased(proof, referees, asking));
    }

    private static RecordErased erased(Proof proof, List<UUID> referees, Asking asking) {
        return new RecordErased(asking.command(), proof.found(Looked::new), referees, Wales.dayOf(proof.at()));
    }
}
