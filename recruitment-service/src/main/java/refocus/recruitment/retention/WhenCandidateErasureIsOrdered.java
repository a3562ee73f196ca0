package refocus.recruitment.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;
import refocus.recruitment.candidate.CandidateEvent;
import refocus.recruitment.candidate.CandidateEvent.CandidateErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErasureOrdered;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldPlaced;
import refocus.recruitment.candidate.CandidateEvent.CandidateRegistered;
import refocus.recruitment.candidate.CandidateEvent.EmploymentGapFound;
import refocus.recruitment.candidate.CandidateEvent.GapExplained;

/// When a candidate's erasure is ordered, the key is closed, and those of whoever was asked about them: nothing more is
/// recorded about them or read of them.
@Singleton
class WhenCandidateErasureIsOrdered implements Reaction<CandidateEvent> {

    private final Erasures erasures;
    private final CandidateStandings standings;

    WhenCandidateErasureIsOrdered(Erasures erasures, CandidateStandings standings) {
        this.erasures = erasures;
        this.standings = standings;
    }

    @Override
    public String name() {
        return "when_candidate_erasure_is_ordered";
    }

    @Override
    public Projection.Feed<CandidateEvent> feed() {
        return new Projection.Feed.OwnLog<>(EventTypes.of(CandidateEvent.class), Set.of("candidate"));
    }

    @Override
    public Uni<?> react(Recorded<CandidateEvent> recorded) {
        return switch (recorded.event()) {
            case CandidateErasureOrdered _ -> close(recorded);
            case CandidateRegistered _,
                    EmploymentGapFound _,
                    GapExplained _,
                    CandidateHoldPlaced _,
                    CandidateHoldLifted _,
                    CandidateErased _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<?> close(Recorded<CandidateEvent> ordered) {
        return erasures.close(List.of(ordered.stream().id()))
                .chain(() -> standings.referees(ordered.stream(), ordered.version()))
                .chain(erasures::close);
    }
}
