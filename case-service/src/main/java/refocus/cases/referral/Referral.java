package refocus.cases.referral;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.referral.ReferralCommand.AcknowledgeReferral;
import refocus.cases.referral.ReferralCommand.LinkToEarlier;
import refocus.cases.referral.ReferralCommand.ReceiveReferral;
import refocus.cases.referral.ReferralCommand.TriageReferral;
import refocus.cases.referral.ReferralEvent.ReferralAcknowledged;
import refocus.cases.referral.ReferralEvent.ReferralLinkedToEarlier;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.cases.referral.ReferralEvent.Referrer;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// One report about children, and every rule about what becomes of it.
public sealed interface Referral {

    record Unreceived() implements Referral {}

    /// Waits for its next action.
    ///
    /// @param earlier reports about the same children
    record Undecided(ReferralReceived report, Optional<LocalDate> acknowledgedOn, List<UUID> earlier)
            implements Referral {

        Undecided acknowledged(LocalDate on) {
            return new Undecided(report, Optional.of(on), earlier);
        }

        Undecided linkedTo(UUID other) {
            return new Undecided(report, acknowledgedOn, more(earlier, other));
        }

        Triaged triaged(ReferralTriaged outcome) {
            return new Triaged(report, acknowledgedOn, earlier, outcome);
        }
    }

    /// The next action is decided.
    ///
    /// @param earlier reports about the same children
    record Triaged(
            ReferralReceived report, Optional<LocalDate> acknowledgedOn, List<UUID> earlier, ReferralTriaged outcome)
            implements Referral {

        Triaged acknowledged(LocalDate on) {
            return new Triaged(report, Optional.of(on), earlier, outcome);
        }

        Triaged linkedTo(UUID other) {
            return new Triaged(report, acknowledgedOn, more(earlier, other), outcome);
        }
    }

    /// Who reports, still in clear.
    ///
    /// @param subject whose key seals it: the referrer's own
    record Reporter(
            UUID subject,
            String name,
            Optional<String> organisation,
            Optional<String> contact,
            Optional<String> language,
            boolean keptFromFamily) {

        Referrer underSeal() {
            return new Referrer(
                    about(subject, name),
                    about(subject, organisation),
                    about(subject, contact),
                    language,
                    keptFromFamily);
        }
    }

    /// Whom it is about; nobody, before it was received.
    static List<UUID> childrenOf(Referral state) {
        return switch (state) {
            case Unreceived _ -> List.of();
            case Undecided undecided -> undecided.report().children();
            case Triaged triaged -> triaged.report().children();
        };
    }

    StreamType<ReferralCommand, ReferralEvent, Referral> TYPE = StreamType.of(
            "referral",
            new Decider<>(new Unreceived(), Referral::decide, Referral::evolve),
            ReferralEvent.class,
            Referral.class);

    static List<ReferralEvent> decide(Referral state, ReferralCommand command) {
        return switch (command) {
            case ReceiveReferral receiving -> receive(state, receiving);
            case AcknowledgeReferral acknowledging -> acknowledge(state, acknowledging);
            case TriageReferral triaging -> triage(state, triaging);
            case LinkToEarlier linking -> link(state, linking);
        };
    }

    static Referral evolve(Referral state, ReferralEvent event) {
        return switch (event) {
            case ReferralReceived received -> new Undecided(received, Optional.empty(), List.of());
            case ReferralAcknowledged told
            when state instanceof Undecided undecided -> undecided.acknowledged(told.acknowledgedOn());
            case ReferralAcknowledged told
            when state instanceof Triaged triaged -> triaged.acknowledged(told.acknowledgedOn());
            case ReferralTriaged outcome when state instanceof Undecided undecided -> undecided.triaged(outcome);
            case ReferralLinkedToEarlier link
            when state instanceof Undecided undecided -> undecided.linkedTo(link.earlier());
            case ReferralLinkedToEarlier link when state instanceof Triaged triaged -> triaged.linkedTo(link.earlier());
            case ReferralAcknowledged _, ReferralTriaged _, ReferralLinkedToEarlier _ -> throw misplaced(state, event);
        };
    }

    private static List<ReferralEvent> receive(Referral state, ReceiveReferral asked) {
        return switch (state) {
            case Unreceived _ -> List.of(received(asked));
            // The id derives from the command, so this is the same command again.
            case Undecided _, Triaged _ -> List.of();
        };
    }

    private static ReferralReceived received(ReceiveReferral asked) {
        return new ReferralReceived(
                asked.children(),
                asked.source(),
                asked.reasons(),
                about(asked.children().getFirst(), asked.text()),
                asked.referrer().map(Reporter::underSeal),
                asked.urgency(),
                asked.consent(),
                asked.receivedOn());
    }

    private static List<ReferralEvent> acknowledge(Referral state, AcknowledgeReferral asked) {
        return switch (state) {
            case Unreceived _ -> throw new Unknown("referral");
            case Undecided undecided -> acknowledge(undecided.report(), undecided.acknowledgedOn(), asked);
            case Triaged triaged -> acknowledge(triaged.report(), triaged.acknowledgedOn(), asked);
        };
    }

    private static List<ReferralEvent> acknowledge(
            ReferralReceived report, Optional<LocalDate> before, AcknowledgeReferral asked) {
        if (before.isPresent()) {
            return List.of();
        }
        notBefore(report.receivedOn(), asked.acknowledgedOn());
        return List.of(new ReferralAcknowledged(report.children(), asked.language(), asked.acknowledgedOn()));
    }

    private static List<ReferralEvent> triage(Referral state, TriageReferral asked) {
        return switch (state) {
            case Unreceived _ -> throw new Unknown("referral");
            case Undecided undecided -> List.of(outcome(undecided.report(), asked));
            // Asking twice is a retry, not a mistake; with a decision of its own it is another triage.
            case Triaged triaged when repeats(triaged.outcome(), asked) -> List.of();
            case Triaged _ -> throw new Refused("referral-triaged");
        };
    }

    private static boolean repeats(ReferralTriaged outcome, TriageReferral asked) {
        return outcome.nextActions().equals(asked.nextActions())
                && (asked.decision().isEmpty() || asked.decision().equals(outcome.decision()));
    }

    private static ReferralTriaged outcome(ReferralReceived report, TriageReferral asked) {
        notBefore(report.receivedOn(), asked.triagedOn());
        UUID child = report.children().getFirst();
        return new ReferralTriaged(
                report.children(),
                asked.nextActions(),
                about(child, asked.rationale()),
                asked.triagedOn(),
                asked.decision());
    }

    private static List<ReferralEvent> link(Referral state, LinkToEarlier asked) {
        return switch (state) {
            case Unreceived _ -> throw new Unknown("referral");
            case Undecided undecided -> link(undecided.report(), undecided.earlier(), asked);
            case Triaged triaged -> link(triaged.report(), triaged.earlier(), asked);
        };
    }

    private static List<ReferralEvent> link(ReferralReceived report, List<UUID> known, LinkToEarlier asked) {
        return known.contains(asked.earlier())
                ? List.of()
                : List.of(new ReferralLinkedToEarlier(
                        asked.children(), asked.earlier(), asked.earlierReceivedOn(), report.receivedOn()));
    }

    private static List<UUID> more(List<UUID> known, UUID other) {
        return Stream.concat(known.stream(), Stream.of(other)).toList();
    }

    private static void notBefore(LocalDate receivedOn, LocalDate on) {
        if (on.isBefore(receivedOn)) {
            throw new Impossible("occurredAt", "before-referral");
        }
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(Referral state, ReferralEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
