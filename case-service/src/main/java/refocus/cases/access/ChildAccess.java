package refocus.cases.access;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.access.ChildAccessCommand.BreakGlass;
import refocus.cases.access.ChildAccessCommand.DeclareConnection;
import refocus.cases.access.ChildAccessCommand.GrantAccess;
import refocus.cases.access.ChildAccessCommand.GrantWithAllocation;
import refocus.cases.access.ChildAccessCommand.LiftRestriction;
import refocus.cases.access.ChildAccessCommand.NoteAttempt;
import refocus.cases.access.ChildAccessCommand.RaiseDuplicate;
import refocus.cases.access.ChildAccessCommand.RestrictAccess;
import refocus.cases.access.ChildAccessCommand.ReviewGlassBreak;
import refocus.cases.access.ChildAccessCommand.RevokeGrant;
import refocus.cases.access.ChildAccessCommand.RevokeWithAllocation;
import refocus.cases.access.ChildAccessCommand.RevokeWithCase;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.AccessLifted;
import refocus.cases.access.ChildAccessEvent.AccessRestricted;
import refocus.cases.access.ChildAccessEvent.AccessRevoked;
import refocus.cases.access.ChildAccessEvent.ConnectedAccessAttempted;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.cases.access.ChildAccessEvent.PossibleDuplicateRaised;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// The access to one child's record, and every rule about who opens and closes it.
public sealed interface ChildAccess {

    /// Whoever works in the service may see it.
    record Unrestricted(AccessFile file) implements ChildAccess {}

    /// Only those with a basis of their own may.
    record Restricted(AccessFile file, AccessRestricted restriction) implements ChildAccess {}

    /// How long broken glass stays open.
    Duration BROKEN_FOR = Duration.ofHours(24);

    /// What an allocation grants for.
    String ALLOCATION = "ALLOCATION";

    StreamType<ChildAccessCommand, ChildAccessEvent, ChildAccess> TYPE = StreamType.of(
            "child-access",
            new Decider<>(new Unrestricted(AccessFile.EMPTY), ChildAccess::decide, ChildAccess::evolve),
            ChildAccessEvent.class,
            ChildAccess.class);

    AccessFile file();

    static ChildAccess untouched() {
        return TYPE.decider().initial();
    }

    static boolean isRestricted(ChildAccess state) {
        return state instanceof Restricted;
    }

    /// The glass that the command broke, or that stood open already when it was asked for again.
    static UUID glassOf(ChildAccess state, BreakGlass asked) {
        return state.file()
                .brokenBy(asked.worker(), asked.at())
                .map(GlassBroken::glass)
                .orElse(asked.glass());
    }

    /// The connection that the command declared, or that stood already.
    static UUID connectionOf(ChildAccess state, DeclareConnection asked) {
        return state.file().connections().stream()
                .filter(known -> isSame(known, asked))
                .map(ConnectionDeclared::connection)
                .findFirst()
                .orElse(asked.connection());
    }

    static List<ChildAccessEvent> decide(ChildAccess state, ChildAccessCommand command) {
        return switch (command) {
            case RestrictAccess restricting -> restrict(state, restricting);
            case LiftRestriction lifting -> lift(state, lifting);
            case GrantAccess granting -> grant(state, granting);
            case GrantWithAllocation granting -> grantWithAllocation(state, granting);
            case RevokeGrant(var grant, var reason) -> revoked(state.file().grant(grant).stream(), reason);
            case RevokeWithAllocation(var caseId, var worker) ->
                revoked(
                        state.file()
                                .ofCase(caseId)
                                .filter(grant -> grant.worker().equals(worker)),
                        Optional.empty());
            case RevokeWithCase(var caseId) -> revoked(state.file().ofCase(caseId), Optional.empty());
            case BreakGlass breaking -> breakGlass(state, breaking);
            case ReviewGlassBreak reviewing -> review(state.file(), reviewing);
            case DeclareConnection declaring -> declare(state.file(), declaring);
            case NoteAttempt(var worker, var what, var at) ->
                state.file().toldOf(worker, at) ? List.of() : List.of(new ConnectedAccessAttempted(worker, what, at));
            case RaiseDuplicate(var other, var matchedOn) ->
                state.file().duplicates().contains(other)
                        ? List.of()
                        : List.of(new PossibleDuplicateRaised(other, matchedOn));
        };
    }

    static ChildAccess evolve(ChildAccess state, ChildAccessEvent event) {
        return switch (event) {
            case AccessRestricted restriction -> new Restricted(state.file(), restriction);
            case AccessLifted _ when state instanceof Restricted restricted -> new Unrestricted(restricted.file());
            case AccessLifted _ -> throw misplaced(state, event);
            case AccessGranted granted -> having(state.file().with(granted), state);
            case AccessRevoked revoked -> having(state.file().without(revoked), state);
            case GlassBroken broken -> having(state.file().with(broken), state);
            case GlassBreakReviewed review -> having(state.file().with(review), state);
            case ConnectionDeclared declared -> having(state.file().with(declared), state);
            case ConnectedAccessAttempted attempt -> having(state.file().with(attempt), state);
            case PossibleDuplicateRaised raised -> having(state.file().with(raised.other()), state);
        };
    }

    private static ChildAccess having(AccessFile file, ChildAccess before) {
        return switch (before) {
            case Unrestricted _ -> new Unrestricted(file);
            case Restricted restricted -> new Restricted(file, restricted.restriction());
        };
    }

    private static List<ChildAccessEvent> restrict(ChildAccess state, RestrictAccess asked) {
        return switch (state) {
            case Restricted restricted when restricted.restriction().reason().equals(asked.reason()) -> List.of();
            case Unrestricted _, Restricted _ -> List.of(new AccessRestricted(asked.reason(), asked.by()));
        };
    }

    /// What was granted was granted for this restriction: a later one begins with nobody let in.
    private static List<ChildAccessEvent> lift(ChildAccess state, LiftRestriction asked) {
        return switch (state) {
            case Unrestricted _ -> throw new Refused("not-restricted");
            case Restricted restricted ->
                Stream.concat(
                                revoked(restricted.file().grants().stream(), Optional.empty()).stream(),
                                Stream.of(new AccessLifted(asked.reason(), asked.by())))
                        .toList();
        };
    }

    private static List<ChildAccessEvent> grant(ChildAccess state, GrantAccess asked) {
        if (asked.worker().equals(asked.by())) {
            throw new Refused("own-grant");
        }
        mustNotBeConnected(state.file(), asked.worker());
        if (asked.until().filter(until -> !until.isAfter(asked.at())).isPresent()) {
            throw new Impossible("until", "grant-already-over");
        }
        return List.of(new AccessGranted(
                asked.grant(),
                asked.worker(),
                asked.why().code(),
                about(asked.child(), asked.why().words()),
                asked.until(),
                Optional.empty(),
                Optional.of(asked.by())));
    }

    private static List<ChildAccessEvent> grantWithAllocation(ChildAccess state, GrantWithAllocation asked) {
        mustNotBeConnected(state.file(), asked.worker());
        return switch (state) {
            case Unrestricted _ -> List.of();
            case Restricted restricted
            when restricted
                    .file()
                    .ofCase(asked.caseId())
                    .anyMatch(grant -> grant.worker().equals(asked.worker())) -> List.of();
            case Restricted _ ->
                List.of(new AccessGranted(
                        asked.grant(),
                        asked.worker(),
                        ALLOCATION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(asked.caseId()),
                        asked.by()));
        };
    }

    /// One who is too near holds no case of the child and is let in by nobody.
    private static void mustNotBeConnected(AccessFile file, UUID worker) {
        if (file.connects(worker)) {
            throw new Refused("worker-connected");
        }
    }

    private static List<ChildAccessEvent> revoked(Stream<AccessGranted> grants, Optional<String> reason) {
        return grants.<ChildAccessEvent>map(grant -> new AccessRevoked(grant.grant(), grant.worker(), reason))
                .toList();
    }

    private static List<ChildAccessEvent> breakGlass(ChildAccess state, BreakGlass asked) {
        return switch (state) {
            // For one who is too near there is nothing here, glass or no glass.
            case ChildAccess near when near.file().connects(asked.worker()) -> throw new Unknown("child");
            case Unrestricted _ -> throw new Refused("not-restricted");
            case Restricted restricted
            when restricted.file().brokenBy(asked.worker(), asked.at()).isPresent() -> List.of();
            case Restricted _ ->
                List.of(new GlassBroken(
                        asked.glass(),
                        asked.worker(),
                        asked.why().code(),
                        about(asked.child(), asked.why().words()),
                        asked.at(),
                        asked.at().plus(BROKEN_FOR)));
        };
    }

    private static List<ChildAccessEvent> review(AccessFile file, ReviewGlassBreak asked) {
        GlassBroken broken = file.broken(asked.glass());
        if (broken.worker().equals(asked.by())) {
            throw new Refused("own-glass-break");
        }
        Optional<GlassBreakReviewed> before = file.reviewOf(asked.glass());
        if (before.isPresent()) {
            if (before.get().outcome().equals(asked.outcome())) {
                return List.of();
            }
            throw new Refused("glass-break-reviewed");
        }
        return List.of(new GlassBreakReviewed(
                broken.glass(), broken.worker(), asked.by(), asked.outcome(), about(asked.child(), asked.note())));
    }

    private static List<ChildAccessEvent> declare(AccessFile file, DeclareConnection asked) {
        return file.connections().stream().anyMatch(known -> isSame(known, asked))
                ? List.of()
                : List.of(new ConnectionDeclared(asked.connection(), asked.worker(), asked.kind()));
    }

    private static boolean isSame(ConnectionDeclared known, DeclareConnection asked) {
        return known.worker().equals(asked.worker()) && known.kind().equals(asked.kind());
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(ChildAccess state, ChildAccessEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
