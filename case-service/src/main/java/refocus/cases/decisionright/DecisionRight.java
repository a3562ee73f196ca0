package refocus.cases.decisionright;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.decisionright.DecisionRightCommand.RetireDecisionRight;
import refocus.cases.decisionright.DecisionRightCommand.SetDecisionRight;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightRetired;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightSet;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// Who may take one kind of decision at one risk tier, from when on.
public sealed interface DecisionRight {

    record Unset() implements DecisionRight {}

    /// Set once or more.
    ///
    /// @param versions in order; there is always one
    record Versions(List<Version> versions) implements DecisionRight {

        Version latest() {
            return versions.getLast();
        }

        Versions and(Version next) {
            return new Versions(Stream.concat(
                            versions.stream()
                                    .map(version -> version.until(next.right().validFrom())),
                            Stream.of(next))
                    .toList());
        }

        Versions retired(LocalDate on) {
            return new Versions(
                    versions.stream().map(version -> version.until(on)).toList());
        }
    }

    /// One version and its days, `validTo` not included.
    record Version(DecisionRightSet right, Optional<LocalDate> validTo) {

        boolean covers(LocalDate day) {
            return !day.isBefore(right.validFrom())
                    && validTo.filter(end -> !day.isBefore(end)).isEmpty();
        }

        /// Ends it on that day, unless it has ended before.
        Version until(LocalDate day) {
            return new Version(right, Optional.of(validTo.filter(day::isAfter).orElse(day)));
        }
    }

    StreamType<DecisionRightCommand, DecisionRightEvent, DecisionRight> TYPE = StreamType.of(
            "decision-rights",
            new Decider<>(new Unset(), DecisionRight::decide, DecisionRight::evolve),
            DecisionRightEvent.class,
            DecisionRight.class);

    /// The same kind and tier are the same stream.
    static UUID of(String kind, String tier) {
        return StreamId.of("decision-rights", kind, tier).id();
    }

    /// The version in force on that day.
    static Optional<Version> on(DecisionRight state, LocalDate day) {
        return switch (state) {
            case Unset _ -> Optional.empty();
            case Versions(var versions) ->
                versions.stream().filter(version -> version.covers(day)).findFirst();
        };
    }

    static List<DecisionRightEvent> decide(DecisionRight state, DecisionRightCommand command) {
        return switch (command) {
            case SetDecisionRight setting -> set(state, setting);
            case RetireDecisionRight(var validTo) -> retire(state, validTo);
        };
    }

    static DecisionRight evolve(DecisionRight state, DecisionRightEvent event) {
        return switch (event) {
            case DecisionRightSet set when state instanceof Versions before -> before.and(version(set));
            case DecisionRightSet set -> new Versions(List.of(version(set)));
            case DecisionRightRetired retired
            when state instanceof Versions before -> before.retired(retired.validTo());
            // History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
            case DecisionRightRetired _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
        };
    }

    private static List<DecisionRightEvent> set(DecisionRight state, SetDecisionRight asked) {
        return switch (state) {
            case Unset _ -> List.of(right(1, asked));
            case Versions before when says(before.latest(), asked) -> List.of();
            case Versions before
            when asked.validFrom().isBefore(before.latest().right().validFrom()) ->
                throw new Impossible(
                        "validFrom", "before-version", before.latest().right().validFrom());
            case Versions before -> List.of(right(before.latest().right().version() + 1, asked));
        };
    }

    private static boolean says(Version latest, SetDecisionRight asked) {
        return latest.validTo().isEmpty()
                && latest.right().equals(right(latest.right().version(), asked));
    }

    private static DecisionRightSet right(int version, SetDecisionRight asked) {
        return new DecisionRightSet(
                asked.kind(), asked.tier(), version, asked.lowestLevel(), asked.conditions(), asked.validFrom());
    }

    private static List<DecisionRightEvent> retire(DecisionRight state, LocalDate validTo) {
        return switch (state) {
            case Unset _ -> throw new Unknown("decision-right");
            case Versions before
            when before.latest().validTo().filter(end -> !validTo.isBefore(end)).isPresent() -> List.of();
            case Versions before
            when validTo.isBefore(before.latest().right().validFrom()) ->
                throw new Impossible(
                        "validTo", "before-version", before.latest().right().validFrom());
            case Versions before -> {
                DecisionRightSet right = before.latest().right();
                yield List.of(new DecisionRightRetired(right.kind(), right.tier(), right.version(), validTo));
            }
        };
    }

    private static Version version(DecisionRightSet set) {
        return new Version(set, Optional.empty());
    }
}
