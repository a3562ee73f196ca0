package refocus.recruitment.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateCommand;
import refocus.recruitment.candidate.CandidateCommand.EraseCandidate;
import refocus.recruitment.candidate.CandidateEvent;

/// When nothing keeps a candidate any more, six months after the last application ended, their erasure is ordered.
@Singleton
class WhenNothingKeepsCandidate implements WhenDue {

    /// So that the clock does not come a moment before the key is forgotten everywhere.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Desk<CandidateCommand, CandidateEvent, Candidate> desk;
    private final CandidateStandings standings;
    private final Erasures erasures;

    WhenNothingKeepsCandidate(Desks desks, CandidateStandings standings, Erasures erasures) {
        this.desk = desks.of(Candidate.TYPE);
        this.standings = standings;
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "when_nothing_keeps_candidate";
    }

    @Override
    public String view() {
        return CandidatesKeptProjection.FREE.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        return standings
                .now(stream.id())
                .map(standing -> new EraseCandidate(
                        asking.command(),
                        "RETENTION_ENDED",
                        standing,
                        Wales.today(),
                        Instant.now().plus(erasures.untilForgotten()).plus(MARGIN)))
                .chain(command -> desk.handle(stream.id(), command, asking));
    }
}
