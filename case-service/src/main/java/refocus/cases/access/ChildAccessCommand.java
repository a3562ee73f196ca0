package refocus.cases.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about the access to a child's record.
public sealed interface ChildAccessCommand {

    record RestrictAccess(String reason, Optional<UUID> by) implements ChildAccessCommand {}

    record LiftRestriction(Optional<String> reason, Optional<UUID> by) implements ChildAccessCommand {}

    /// Lets a worker in.
    ///
    /// @param until the moment it ends by itself, where it shall
    /// @param at now
    record GrantAccess(UUID child, UUID grant, UUID worker, Why why, Optional<Instant> until, UUID by, Instant at)
            implements ChildAccessCommand {}

    /// Lets a worker in to whom a case of the child is given.
    record GrantWithAllocation(UUID grant, UUID caseId, UUID worker, Optional<UUID> by) implements ChildAccessCommand {}

    record RevokeGrant(UUID grant, Optional<String> reason) implements ChildAccessCommand {}

    /// Takes back what the allocation of that worker to that case brought.
    record RevokeWithAllocation(UUID caseId, UUID worker) implements ChildAccessCommand {}

    /// Takes back what allocations to that case brought.
    record RevokeWithCase(UUID caseId) implements ChildAccessCommand {}

    /// A worker lets themselves in.
    ///
    /// @param at now: it lasts from then on
    record BreakGlass(UUID child, UUID glass, UUID worker, Why why, Instant at) implements ChildAccessCommand {}

    record ReviewGlassBreak(UUID child, UUID glass, UUID by, String outcome, Optional<String> note)
            implements ChildAccessCommand {}

    record DeclareConnection(UUID connection, UUID worker, String kind) implements ChildAccessCommand {}

    /// Says that someone declared near the child asked for the record.
    record NoteAttempt(UUID worker, String what, Instant at) implements ChildAccessCommand {}

    /// Says that a record was made that may be this child's.
    record RaiseDuplicate(UUID other, List<String> matchedOn) implements ChildAccessCommand {}

    /// A reason: a code, and what was said in words of one's own, still in clear.
    record Why(String code, Optional<String> words) {}
}
