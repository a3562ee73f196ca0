package refocus.recruitment.candidate;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.keeping.Holds;
import refocus.recruitment.candidate.Candidate.Erased;
import refocus.recruitment.candidate.Candidate.Erasing;
import refocus.recruitment.candidate.Candidate.Registered;
import refocus.recruitment.candidate.Candidate.Unregistered;
import refocus.recruitment.candidate.CandidateCommand.EraseCandidate;
import refocus.recruitment.candidate.CandidateCommand.KeepingCommand;
import refocus.recruitment.candidate.CandidateCommand.LiftHold;
import refocus.recruitment.candidate.CandidateCommand.PlaceHold;
import refocus.recruitment.candidate.CandidateCommand.RecordErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErasureOrdered;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldPlaced;

/// The rules of what keeps a candidate's record, and of letting it go.
final class Keeping {

    private Keeping() {}

    static List<CandidateEvent> decide(Candidate state, KeepingCommand command) {
        return switch (command) {
            case PlaceHold placing -> place(kept(state).holds(), placing);
            case LiftHold lifting -> lift(kept(state).holds(), lifting);
            case EraseCandidate erasing -> erase(state, erasing);
            case RecordErased erased -> erased(state, erased);
        };
    }

    private static List<CandidateEvent> place(Holds holds, PlaceHold asked) {
        return holds.place(
                asked.hold(),
                () -> new CandidateHoldPlaced(
                        asked.hold(), asked.reason(), about(asked.candidate(), asked.reference()), asked.placedOn()));
    }

    private static List<CandidateEvent> lift(Holds holds, LiftHold asked) {
        return holds.lift(
                asked.hold(),
                asked.liftedOn(),
                _ -> new CandidateHoldLifted(asked.hold(), asked.reason(), asked.liftedOn()));
    }

    private static List<CandidateEvent> erase(Candidate state, EraseCandidate asked) {
        return switch (state) {
            case Unregistered _ -> throw new Unknown("candidate");
            // It is ordered, or done: asking again is a retry, not a mistake.
            case Erasing _, Erased _ -> List.of();
            case Registered registered -> {
                mustBeFree(registered, asked);
                yield List.of(new CandidateErasureOrdered(
                        asked.erasure(), asked.reason(), asked.today(), asked.destroyedFrom()));
            }
        };
    }

    /// The strongest first.
    private static void mustBeFree(Registered state, EraseCandidate asked) {
        if (state.holds().anyLasts()) {
            throw new Refused("legal-hold");
        }
        if (asked.standing().serviceHeld()) {
            throw new Refused("service-hold");
        }
        if (asked.standing().hired()) {
            throw new Refused("candidate-hired");
        }
        if (asked.standing().running()) {
            throw new Refused("application-running");
        }
        if (asked.today().isBefore(asked.standing().keptUntil())) {
            throw new Refused("candidate-kept", asked.standing().keptUntil());
        }
    }

    private static List<CandidateEvent> erased(Candidate state, RecordErased asked) {
        return switch (state) {
            case Unregistered _ -> throw new Unknown("candidate");
            case Erasing(var _, var order) -> List.of(erased(order.erasure(), asked));
            // The keys know more than a restored log.
            case Registered _ -> List.of(erased(asked.erasure(), asked));
            case Erased _ -> List.of();
        };
    }

    private static CandidateErased erased(UUID erasure, RecordErased asked) {
        return new CandidateErased(erasure, asked.looked(), asked.referees(), asked.erasedOn());
    }

    private static Registered kept(Candidate state) {
        return switch (state) {
            case Unregistered _ -> throw new Unknown("candidate");
            case Registered registered -> registered;
            case Erasing _ -> throw new Refused("erasure-under-way");
            case Erased _ -> throw new Refused("erased");
        };
    }
}
