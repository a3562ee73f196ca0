package refocus.recruitment.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateCommand.RecordErased;
import refocus.recruitment.candidate.CandidateEvent;
import refocus.recruitment.candidate.CandidateEvent.Looked;

/// When nobody can have a closed key in hand any more, it is destroyed; and when every place was looked at and nothing
/// can be read, the candidate is erased.
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
        return standings
                .traces(candidate)
                .chain(traces -> erasures.complete(candidate, traces))
                .chain(proof -> desk.handle(candidate, erased(proof, asking), asking));
    }

    private static RecordErased erased(Proof proof, Asking asking) {
        if (!proof.isClean()) {
            throw new IllegalStateException("something can still be read: " + proof.looks());
        }
        return new RecordErased(
                asking.command(),
                proof.looks().stream()
                        .map(look -> new Looked(look.place().name(), look.found()))
                        .toList(),
                Wales.dayOf(proof.at()));
    }
}
