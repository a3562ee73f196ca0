package refocus.recruitment.candidate;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.keeping.Hold;
import refocus.eventsourcing.keeping.Holds;
import refocus.eventsourcing.personal.Sealed;
import refocus.recruitment.candidate.CandidateCommand.ExplainGap;
import refocus.recruitment.candidate.CandidateCommand.KeepingCommand;
import refocus.recruitment.candidate.CandidateCommand.RegisterCandidate;
import refocus.recruitment.candidate.CandidateCommand.Spell;
import refocus.recruitment.candidate.CandidateEvent.CandidateErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErasureOrdered;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldPlaced;
import refocus.recruitment.candidate.CandidateEvent.CandidateRegistered;
import refocus.recruitment.candidate.CandidateEvent.EmploymentGapFound;
import refocus.recruitment.candidate.CandidateEvent.GapExplained;
import refocus.recruitment.candidate.CandidateEvent.Occupation;

/// One candidate's record, and every rule about what may be written in it.
public sealed interface Candidate {

    record Unregistered() implements Candidate {}

    record Registered(CandidateRegistered details, List<FoundGap> gaps, Holds holds) implements Candidate {

        Registered with(FoundGap gap) {
            var others = gaps.stream().filter(known -> !known.gap().equals(gap.gap()));
            return new Registered(details, Stream.concat(others, Stream.of(gap)).toList(), holds);
        }

        Registered with(Holds others) {
            return new Registered(details, gaps, others);
        }

        Optional<FoundGap> gap(UUID id) {
            return gaps.stream().filter(known -> known.gap().equals(id)).findFirst();
        }
    }

    /// Closed, and waiting for the key to be destroyed.
    record Erasing(Registered before, CandidateErasureOrdered order) implements Candidate {}

    record Erased(Registered before) implements Candidate {}

    /// A gap, and what was said about it.
    record FoundGap(UUID gap, EmploymentGapFound found, Optional<Sealed> explanation) {}

    StreamType<CandidateCommand, CandidateEvent, Candidate> TYPE = StreamType.of(
                    "candidate",
                    new Decider<>(new Unregistered(), Candidate::decide, Candidate::evolve),
                    CandidateEvent.class,
                    Candidate.class)
            .withStateVersion(2);

    static List<CandidateEvent> decide(Candidate state, CandidateCommand command) {
        return switch (command) {
            case RegisterCandidate registering -> register(state, registering);
            case ExplainGap explaining -> explain(state, explaining);
            case KeepingCommand keeping -> Keeping.decide(state, keeping);
        };
    }

    static Candidate evolve(Candidate state, CandidateEvent event) {
        return switch (event) {
            case CandidateRegistered registered -> new Registered(registered, List.of(), Holds.NONE);
            case EmploymentGapFound found ->
                registered(state, event).with(new FoundGap(found.gap(), found, Optional.empty()));
            case GapExplained(var gap, var explanation) ->
                registered(state, event)
                        .gap(gap)
                        .map(known -> registered(state, event)
                                .with(new FoundGap(gap, known.found(), Optional.of(explanation))))
                        .orElseThrow(() -> misplaced(state, event));
            case CandidateHoldPlaced(var id, var reason, var reference, var placedOn) ->
                registered(state, event).with(holds(state).with(Hold.placed(id, false, reason, reference, placedOn)));
            case CandidateHoldLifted lifted ->
                registered(state, event).with(holds(state).lifted(lifted.hold(), lifted.liftedOn()));
            case CandidateErasureOrdered ordered -> new Erasing(registered(state, event), ordered);
            case CandidateErased _ -> new Erased(before(state, event));
        };
    }

    /// Those that were lifted too.
    static Holds holds(Candidate state) {
        return switch (state) {
            case Unregistered _ -> Holds.NONE;
            case Registered registered -> registered.holds();
            case Erasing erasing -> erasing.before().holds();
            case Erased erased -> erased.before().holds();
        };
    }

    /// For who would begin something with them.
    static void mustNotBeErased(Candidate state) {
        switch (state) {
            case Erasing _, Erased _ -> throw new Refused("erased");
            case Unregistered _, Registered _ -> {}
        }
    }

    private static List<CandidateEvent> register(Candidate state, RegisterCandidate asked) {
        return switch (state) {
            case Unregistered _ -> registered(asked);
            // The id derives from the command, so this is the same command again.
            case Registered _, Erasing _, Erased _ -> List.of();
        };
    }

    private static List<CandidateEvent> registered(RegisterCandidate asked) {
        for (int place = 0; place < asked.history().size(); place++) {
            check(asked, asked.history().get(place), "history[%d]".formatted(place));
        }
        var events = new ArrayList<CandidateEvent>();
        events.add(new CandidateRegistered(
                about(asked.candidate(), asked.name()),
                about(asked.candidate(), asked.contact()),
                asked.language(),
                asked.history().stream()
                        .map(spell -> new Occupation(about(asked.candidate(), spell.what()), spell.from(), spell.to()))
                        .toList(),
                asked.registeredOn()));
        events.addAll(Gap.in(asked.candidate(), asked.history(), asked.registeredOn()));
        return events;
    }

    private static void check(RegisterCandidate asked, Spell spell, String field) {
        if (spell.from().isAfter(asked.registeredOn())) {
            throw new Impossible(field + ".from", "in-the-future");
        }
        if (spell.to().filter(end -> !end.isAfter(spell.from())).isPresent()) {
            throw new Impossible(field + ".to", "ends-before-it-begins");
        }
    }

    private static List<CandidateEvent> explain(Candidate state, ExplainGap asked) {
        return switch (state) {
            case Unregistered _ -> throw new Unknown("candidate");
            case Erasing _, Erased _ -> throw new Refused("erased");
            case Registered registered -> {
                FoundGap gap = registered.gap(asked.gap()).orElseThrow(() -> new Unknown("gap"));
                if (gap.explanation().isPresent()) {
                    throw new Refused("gap-explained");
                }
                yield List.of(new GapExplained(asked.gap(), about(asked.candidate(), asked.explanation())));
            }
        };
    }

    private static Registered before(Candidate state, CandidateEvent event) {
        return state instanceof Erasing erasing ? erasing.before() : registered(state, event);
    }

    private static Registered registered(Candidate state, CandidateEvent event) {
        if (state instanceof Registered registered) {
            return registered;
        }
        throw misplaced(state, event);
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(Candidate state, CandidateEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
