package refocus.cases.access.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import refocus.cases.Managers;
import refocus.cases.Roles;
import refocus.cases.access.Basis;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand;
import refocus.cases.access.ChildAccessCommand.NoteAttempt;
import refocus.cases.access.ChildAccessEvent;
import refocus.cases.access.Standing;
import refocus.cases.access.Standing.AtWork;
import refocus.cases.bases.Bases;
import refocus.cases.staffing.Staffing;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.audit.Disclosed;
import refocus.eventsourcing.audit.Disclosures;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Uuids;

/// The gate before every child's record: on what basis the caller may see it, and on record before they do.
///
/// Whoever may not is answered as if there were no such child; that they asked is on record too.
@Singleton
public class Access {

    /// Who works with children, and with unrestricted records.
    private static final Set<String> SERVICE = Set.of(
            Roles.PRACTITIONER,
            Roles.SENIOR_PRACTITIONER,
            Roles.SUPPORT_WORKER,
            Roles.PERSONAL_ADVISER,
            Roles.TEAM_MANAGER,
            Roles.SERVICE_MANAGER,
            Roles.HEAD_OF_SERVICE);

    private final Desk<ChildAccessCommand, ChildAccessEvent, ChildAccess> desk;
    private final Bases bases;
    private final Staffing staffing;
    private final GuardedChildren guarded;
    private final Disclosures disclosures;

    Access(Desks desks, Bases bases, Staffing staffing, GuardedChildren guarded, Disclosures disclosures) {
        this.desk = desks.of(ChildAccess.TYPE);
        this.bases = bases;
        this.staffing = staffing;
        this.guarded = guarded;
        this.disclosures = disclosures;
    }

    /// For a read of one child's record: fails as unknown where the caller may not see it.
    public Uni<Void> read(UUID child, String what, Caller caller, Purpose purpose) {
        return readAny(List.of(child), what, caller, purpose).replaceWithVoid();
    }

    /// For a read of what is about several children: those the caller may see; fails as unknown where that is none.
    public Uni<Set<UUID>> readAny(Collection<UUID> children, String what, Caller caller, Purpose purpose) {
        return mustSeeAny(children, what, caller, purpose)
                .call(seen -> record(seen, what, once(seen.keySet()), caller, purpose))
                .map(Map::keySet);
    }

    /// For a change, or a read that will be recorded with what it shows: on which basis the caller sees which of the
    /// children; fails as unknown where that is none.
    public Uni<Map<UUID, Basis>> mustSeeAny(Collection<UUID> children, String what, Caller caller, Purpose purpose) {
        return seen(children, caller, purpose)
                .call(seen -> seen.isEmpty()
                        ? refuse(children, what, caller, purpose)
                        : Uni.createFrom().voidItem());
    }

    /// For a change of what is about one child: fails as unknown where the caller may not see the child.
    public Uni<Void> use(UUID child, String what, Caller caller) {
        return useAny(List.of(child), what, caller);
    }

    /// For a change of what is about several children: it is enough to see one of them.
    ///
    /// Of children whose access nothing was ever said of, nothing is asked.
    public Uni<Void> useAny(Collection<UUID> children, String what, Caller caller) {
        return guarded.among(children)
                .chain(some -> some.size() < Set.copyOf(children).size()
                        ? Uni.createFrom().voidItem()
                        : mustSeeAny(children, what, caller, Purpose.NONE).replaceWithVoid());
    }

    /// For those who keep restrictions and act on them without seeing the record; not for one declared near the child.
    public Uni<Void> keep(UUID child, String what, Caller caller) {
        return isKeeper(caller)
                ? mustNotBeConnected(child, what, caller)
                : mustSeeAny(List.of(child), what, caller, Purpose.NONE).replaceWithVoid();
    }

    /// For a read on a basis that goes with the address and the role: [Basis#SUBJECT_ACCESS] or [Basis#AUDIT].
    public Uni<Void> readAs(Basis basis, UUID child, String what, Caller caller) {
        return mustNotBeConnected(child, what, caller)
                .chain(() -> record(Map.of(child, basis), what, Map.of(child, 1), caller, Purpose.NONE));
    }

    /// Who may see every list of restrictions and alerts.
    public static boolean isKeeper(Caller caller) {
        return caller.is(Roles.SERVICE_MANAGER) || caller.is(Roles.HEAD_OF_SERVICE);
    }

    /// The children a list leaves out.
    public Uni<Hidden> hidden(Caller caller, Purpose purpose) {
        return hidden(
                caller, purpose, standing -> Basis.of(standing, byRole(caller)).isEmpty());
    }

    /// The children whose alerts are kept from the caller: those hidden from a team manager, and from those who keep
    /// restrictions only those they were declared near.
    public Uni<Hidden> withheldAlerts(Caller caller) {
        return isKeeper(caller) ? hidden(caller, Purpose.NONE, Standing::connected) : hidden(caller, Purpose.NONE);
    }

    /// Puts down that accesses to these were looked at, and nothing of the records themselves.
    ///
    /// @param entries whose each entry is
    public Uni<Void> audited(List<UUID> entries, String what, Caller caller) {
        Map<UUID, Integer> counted = counted(entries, Set.copyOf(entries));
        Map<UUID, Basis> seen = counted.keySet().stream().collect(Collectors.toMap(child -> child, _ -> Basis.AUDIT));
        return record(seen, what, counted, caller, Purpose.NONE);
    }

    /// For a list: puts down whom it shows, and says of whom it may show an entry after all.
    ///
    /// @param entries whose each entry is; a child may stand there more than once
    public Uni<Set<UUID>> list(List<UUID> entries, String what, Caller caller, Purpose purpose) {
        return entries.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : seen(Set.copyOf(entries), caller, purpose)
                        .call(seen -> record(seen, what, counted(entries, seen.keySet()), caller, purpose))
                        .map(Map::keySet);
    }

    /// Puts down that these were shown.
    ///
    /// @param results how many entries of each
    public Uni<Void> record(
            Map<UUID, Basis> seen, String what, Map<UUID, Integer> results, Caller caller, Purpose purpose) {
        return disclosures.record(
                caller,
                seen.entrySet().stream()
                        .map(one -> new Disclosed(
                                one.getKey(),
                                what,
                                one.getValue().name(),
                                purpose.reason(),
                                results.getOrDefault(one.getKey(), 0)))
                        .toList());
    }

    /// On which basis the caller sees which of the children; the others are hidden from them.
    public Uni<Map<UUID, Basis>> seen(Collection<UUID> children, Caller caller, Purpose purpose) {
        return asking(caller, purpose)
                .flatMap(asking -> bases.work(children, asking)
                        .flatMap(work -> states(children).map(states -> {
                            Instant now = Instant.now();
                            Map<UUID, Basis> seen = new HashMap<>();
                            for (UUID child : children) {
                                var standing = Standing.of(
                                        states.getOrDefault(child, ChildAccess.untouched()),
                                        work.getOrDefault(child, AtWork.NOTHING),
                                        asking.worker(),
                                        asking.actingFor(),
                                        now);
                                Basis.of(standing, byRole(caller)).ifPresent(basis -> seen.put(child, basis));
                            }
                            return Map.copyOf(seen);
                        })));
    }

    private Uni<Hidden> hidden(Caller caller, Purpose purpose, Predicate<Standing> from) {
        return asking(caller, purpose)
                .flatMap(asking -> bases.standings(asking, Instant.now()))
                .map(standings -> new Hidden(standings.entrySet().stream()
                        .filter(entry -> from.test(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    private Uni<Bases.Asking> asking(Caller caller, Purpose purpose) {
        Uni<List<UUID>> team = caller.worker()
                .filter(_ -> Managers.include(caller))
                .map(worker -> staffing.teamOf(worker, Wales.today()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
        return team.map(members -> new Bases.Asking(caller.worker(), members, purpose.actingFor(), Wales.today()));
    }

    /// What was said of the access to those children of whom something was.
    private Uni<Map<UUID, ChildAccess>> states(Collection<UUID> children) {
        return guarded.among(children)
                .flatMap(some -> Multi.createFrom()
                        .iterable(some)
                        .onItem()
                        .transformToUniAndConcatenate(desk::read)
                        .collect()
                        .asMap(current -> current.stream().id(), Current::state));
    }

    /// For one who lets themselves in, or whose role needs no other basis: whatever else, not where they were declared
    /// near the child.
    public Uni<Void> mustNotBeConnected(UUID child, String what, Caller caller) {
        return states(Set.of(child))
                .map(states -> caller.worker()
                        .filter(worker -> states.containsKey(child)
                                && states.get(child).file().connects(worker))
                        .isPresent())
                .chain(near -> near
                        ? refuse(Set.of(child), what, caller, Purpose.NONE)
                        : Uni.createFrom().voidItem());
    }

    /// On record, told to a manager where someone too near asked, and then as if there were nothing.
    private Uni<Void> refuse(Collection<UUID> children, String what, Caller caller, Purpose purpose) {
        List<Disclosed> denials = children.stream()
                .distinct()
                .map(child -> Disclosed.denied(child, what, purpose.reason()))
                .toList();
        var metadata = new Metadata(caller.actor(), caller.correlation(), Optional.empty(), Optional.empty());
        Optional<UUID> worker = caller.worker();
        return disclosures
                .record(caller, denials)
                .chain(() -> worker.map(near -> noted(children, near, what, metadata))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> Uni.createFrom().failure(new Unknown("child")));
    }

    private Uni<Void> noted(Collection<UUID> children, UUID worker, String what, Metadata metadata) {
        return states(children)
                .chain(states -> Multi.createFrom()
                        .items(states.entrySet().stream()
                                .filter(state -> state.getValue().file().connects(worker)))
                        .onItem()
                        .transformToUniAndConcatenate(state -> note(state.getKey(), worker, what, metadata))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    /// A command of ours, under an id of its own: the caller's goes nowhere.
    private Uni<?> note(UUID child, UUID worker, String what, Metadata metadata) {
        Instant now = Instant.now();
        return desk.handle(
                child,
                new NoteAttempt(worker, what, now),
                new Asking(Uuids.next(), Optional.empty(), Optional.empty(), now, metadata));
    }

    private static Optional<Basis> byRole(Caller caller) {
        if (caller.is(Roles.DUTY)) {
            return Optional.of(Basis.DUTY);
        }
        return SERVICE.stream().anyMatch(caller::is) ? Optional.of(Basis.SERVICE) : Optional.empty();
    }

    private static Map<UUID, Integer> once(Set<UUID> children) {
        return children.stream().collect(Collectors.toMap(child -> child, _ -> 1));
    }

    private static Map<UUID, Integer> counted(List<UUID> entries, Set<UUID> seen) {
        return entries.stream().filter(seen::contains).collect(Collectors.toMap(child -> child, _ -> 1, Integer::sum));
    }
}
