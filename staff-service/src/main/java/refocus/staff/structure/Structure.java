package refocus.staff.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.staff.structure.StructureCommand.CloseBase;
import refocus.staff.structure.StructureCommand.DissolveTeam;
import refocus.staff.structure.StructureCommand.FormTeam;
import refocus.staff.structure.StructureCommand.MergeTeams;
import refocus.staff.structure.StructureCommand.OpenBase;
import refocus.staff.structure.StructureEvent.BaseClosed;
import refocus.staff.structure.StructureEvent.BaseOpened;
import refocus.staff.structure.StructureEvent.TeamDissolved;
import refocus.staff.structure.StructureEvent.TeamFormed;
import refocus.staff.structure.StructureEvent.TeamsMerged;

/// Every team and base the service has had, what became of them, and every rule about changing them.
public record Structure(List<Unit> teams, List<Unit> bases) {

    public static final Structure EMPTY = new Structure(List.of(), List.of());

    public static final StreamType<StructureCommand, StructureEvent, Structure> TYPE = StreamType.of(
            "structure",
            new Decider<>(EMPTY, Structure::decide, Structure::evolve),
            StructureEvent.class,
            Structure.class);

    /// There is one structure.
    public static final UUID ID = StreamId.of("structure", "service").id();

    static List<StructureEvent> decide(Structure state, StructureCommand command) {
        return switch (command) {
            case FormTeam forming -> form(state, forming);
            case MergeTeams merging -> merge(state, merging);
            case DissolveTeam dissolving -> dissolve(state, dissolving);
            case OpenBase(var base, var name, var on) ->
                find(state.bases(), base).isPresent() ? List.of() : List.of(new BaseOpened(base, name, on));
            case CloseBase closing -> close(state, closing);
        };
    }

    static Structure evolve(Structure state, StructureEvent event) {
        return switch (event) {
            case TeamFormed(var team, var name, var base, var on) ->
                state.withTeams(and(state.teams(), Unit.begun(team, name, base, on)));
            case TeamsMerged(var from, var into, var on) ->
                state.withTeams(ended(state.teams(), from, on, Optional.of(into)));
            case TeamDissolved(var team, var on) ->
                state.withTeams(ended(state.teams(), List.of(team), on, Optional.empty()));
            case BaseOpened(var base, var name, var on) ->
                state.withBases(and(state.bases(), Unit.begun(base, name, Optional.empty(), on)));
            case BaseClosed(var base, var into, var on) ->
                state.withBases(ended(state.bases(), List.of(base), on, into));
        };
    }

    public Optional<Unit> team(UUID id) {
        return find(teams, id);
    }

    public Optional<Unit> base(UUID id) {
        return find(bases, id);
    }

    /// The team that people of this one are in on that day; nothing where it was dissolved or is not known.
    public Optional<Unit> teamOn(UUID id, LocalDate day) {
        return followed(teams, id, day);
    }

    /// The base a team works at on that day.
    public Optional<Unit> baseOn(Unit team, LocalDate day) {
        return team.base().flatMap(base -> followed(bases, base, day));
    }

    /// The base that this one has become by that day.
    public Optional<Unit> baseOn(UUID base, LocalDate day) {
        return followed(bases, base, day);
    }

    /// Every team whose people are in this one on that day, itself among them.
    public List<UUID> leadingTo(UUID team, LocalDate day) {
        return leadingTo(teams, team, day);
    }

    /// Every base that has become this one by that day, itself among them.
    public List<UUID> basesLeadingTo(UUID base, LocalDate day) {
        return leadingTo(bases, base, day);
    }

    private static List<UUID> leadingTo(List<Unit> units, UUID target, LocalDate day) {
        return units.stream()
                .map(Unit::id)
                .filter(id -> followed(units, id, day)
                        .filter(now -> now.id().equals(target))
                        .isPresent())
                .toList();
    }

    private static List<StructureEvent> form(Structure state, FormTeam asked) {
        if (find(state.teams(), asked.team()).isPresent()) {
            return List.of();
        }
        asked.base()
                .ifPresent(base -> mustStand(
                        state.bases(), base, asked.on(), "base", () -> new Impossible("base", "unknown-base")));
        return List.of(new TeamFormed(asked.team(), asked.name(), asked.base(), asked.on()));
    }

    private static List<StructureEvent> merge(Structure state, MergeTeams asked) {
        if (asked.from().isEmpty()) {
            throw new Impossible("from", "nothing-to-merge");
        }
        if (asked.from().contains(asked.into())) {
            throw new Refused("merge-into-itself");
        }
        List<Unit> from = asked.from().stream()
                .distinct()
                .map(team -> find(state.teams(), team).orElseThrow(() -> new Impossible("from", "unknown-team")))
                .toList();
        if (from.stream().allMatch(team -> team.endedSo(asked.on(), Optional.of(asked.into())))) {
            return List.of();
        }
        mustStand(state.teams(), asked.into(), asked.on(), "into", () -> new Impossible("into", "unknown-team"));
        from.forEach(team -> mustBeOpenEnded(team, asked.on(), "effectiveOn", () -> new Refused("team-ended")));
        return List.of(new TeamsMerged(from.stream().map(Unit::id).toList(), asked.into(), asked.on()));
    }

    private static List<StructureEvent> dissolve(Structure state, DissolveTeam asked) {
        Unit team = find(state.teams(), asked.team()).orElseThrow(() -> new Unknown("team"));
        if (team.endedSo(asked.on(), Optional.empty())) {
            return List.of();
        }
        mustBeOpenEnded(team, asked.on(), "dissolvedOn", () -> new Refused("team-ended"));
        return List.of(new TeamDissolved(asked.team(), asked.on()));
    }

    private static List<StructureEvent> close(Structure state, CloseBase asked) {
        Unit base = find(state.bases(), asked.base()).orElseThrow(() -> new Unknown("base"));
        if (base.endedSo(asked.on(), asked.into())) {
            return List.of();
        }
        if (asked.into().filter(asked.base()::equals).isPresent()) {
            throw new Refused("base-into-itself");
        }
        mustBeOpenEnded(base, asked.on(), "closedOn", () -> new Refused("base-closed"));
        asked.into()
                .ifPresent(into -> mustStand(
                        state.bases(), into, asked.on(), "into", () -> new Impossible("into", "unknown-base")));
        if (asked.into().isEmpty() && state.isUsed(asked.base(), asked.on())) {
            throw new Refused("base-in-use");
        }
        return List.of(new BaseClosed(asked.base(), asked.into(), asked.on()));
    }

    private boolean isUsed(UUID base, LocalDate day) {
        return teams.stream()
                .filter(team -> team.stands(day))
                .flatMap(team -> baseOn(team, day).stream())
                .anyMatch(used -> used.id().equals(base));
    }

    private static void mustStand(
            List<Unit> units, UUID id, LocalDate day, String field, Supplier<Impossible> unknown) {
        Unit unit = find(units, id).orElseThrow(unknown);
        if (!unit.stands(day)) {
            throw new Impossible(field, "not-standing");
        }
    }

    /// What has ended does not end again, and nothing ends before it began.
    private static void mustBeOpenEnded(Unit unit, LocalDate day, String field, Supplier<Refused> ended) {
        if (unit.to().isPresent()) {
            throw ended.get();
        }
        if (day.isBefore(unit.from())) {
            throw new Impossible(field, "before-beginning");
        }
    }

    /// What a team or base has become by that day, however many times it did.
    private static Optional<Unit> followed(List<Unit> units, UUID id, LocalDate day) {
        Optional<Unit> unit = find(units, id);
        while (unit.filter(one -> one.hasEndedBy(day)).isPresent()) {
            unit = unit.flatMap(Unit::into).flatMap(next -> find(units, next));
        }
        return unit;
    }

    private static Optional<Unit> find(List<Unit> units, UUID id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    private static List<Unit> and(List<Unit> units, Unit one) {
        return Stream.concat(units.stream(), Stream.of(one)).toList();
    }

    private static List<Unit> ended(List<Unit> units, List<UUID> which, LocalDate on, Optional<UUID> into) {
        return units.stream()
                .map(unit -> which.contains(unit.id()) ? unit.ended(on, into) : unit)
                .toList();
    }

    private Structure withTeams(List<Unit> changed) {
        return new Structure(changed, bases);
    }

    private Structure withBases(List<Unit> changed) {
        return new Structure(teams, changed);
    }
}
