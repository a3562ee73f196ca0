package refocus.cases.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to the access to one child's record.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ChildAccessEvent {

    /// From now on only those with a basis of their own may see the record.
    ///
    /// @param reason a code of `restriction-reason`
    @EventName("access-restricted")
    record AccessRestricted(String reason, Optional<UUID> restrictedBy) implements ChildAccessEvent {}

    /// The record is as open as others again.
    @EventName("access-lifted")
    record AccessLifted(Optional<String> reason, Optional<UUID> liftedBy) implements ChildAccessEvent {}

    /// A worker was let in.
    ///
    /// @param reason a code of `grant-reason`
    /// @param words of one's own about it
    /// @param until the moment it ends by itself
    /// @param caseId the case whose allocation brought it
    @EventName("access-granted")
    record AccessGranted(
            UUID grant,
            UUID worker,
            String reason,
            Optional<Sealed> words,
            Optional<Instant> until,
            Optional<UUID> caseId,
            Optional<UUID> grantedBy)
            implements ChildAccessEvent {}

    @EventName("access-revoked")
    record AccessRevoked(UUID grant, UUID worker, Optional<String> reason) implements ChildAccessEvent {}

    /// A worker let themselves in, in need, for a day; a manager reviews it.
    ///
    /// @param reason a code of `glass-reason`
    /// @param words of one's own about it
    @EventName("glass-broken")
    record GlassBroken(UUID glass, UUID worker, String reason, Optional<Sealed> words, Instant brokenAt, Instant until)
            implements ChildAccessEvent {}

    /// A manager has looked at it.
    ///
    /// @param outcome a code of `glass-outcome`
    @EventName("glass-break-reviewed")
    record GlassBreakReviewed(UUID glass, UUID worker, UUID reviewedBy, String outcome, Optional<Sealed> note)
            implements ChildAccessEvent {}

    /// A worker is related to the child or lives with them: no basis lets them in.
    ///
    /// @param kind a code of `connection-kind`
    @EventName("connection-declared")
    record ConnectionDeclared(UUID connection, UUID worker, String kind) implements ChildAccessEvent {}

    /// Someone declared near the child asked for the record, and saw nothing of it.
    ///
    /// @param what they asked for, as in `chronology`
    @EventName("connected-access-attempted")
    record ConnectedAccessAttempted(UUID worker, String what, Instant attemptedAt) implements ChildAccessEvent {}

    /// A record was made that may be this child's, by someone who may not see this one.
    ///
    /// @param other the record that was made
    /// @param matchedOn what agrees, as in NHS_NUMBER
    @EventName("possible-duplicate-raised")
    record PossibleDuplicateRaised(UUID other, List<String> matchedOn) implements ChildAccessEvent {}
}
