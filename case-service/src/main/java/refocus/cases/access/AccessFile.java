package refocus.cases.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.AccessRevoked;
import refocus.cases.access.ChildAccessEvent.ConnectedAccessAttempted;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.eventsourcing.Unknown;

/// What stands whether the record is restricted or not.
///
/// @param attempts the latest of each worker
/// @param duplicates the records raised as possibly this child's
public record AccessFile(
        List<AccessGranted> grants,
        List<GlassBroken> breaks,
        List<GlassBreakReviewed> reviews,
        List<ConnectionDeclared> connections,
        List<ConnectedAccessAttempted> attempts,
        List<UUID> duplicates) {

    private static final Duration ONE_ALERT = Duration.ofHours(1);

    static final AccessFile EMPTY = new AccessFile(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    AccessFile with(AccessGranted grant) {
        return new AccessFile(more(grants, grant), breaks, reviews, connections, attempts, duplicates);
    }

    AccessFile without(AccessRevoked revoked) {
        List<AccessGranted> left = grants.stream()
                .filter(grant -> !grant.grant().equals(revoked.grant()))
                .toList();
        return new AccessFile(left, breaks, reviews, connections, attempts, duplicates);
    }

    AccessFile with(GlassBroken broken) {
        return new AccessFile(grants, more(breaks, broken), reviews, connections, attempts, duplicates);
    }

    AccessFile with(GlassBreakReviewed review) {
        return new AccessFile(grants, breaks, more(reviews, review), connections, attempts, duplicates);
    }

    AccessFile with(ConnectionDeclared connection) {
        return new AccessFile(grants, breaks, reviews, more(connections, connection), attempts, duplicates);
    }

    AccessFile with(ConnectedAccessAttempted attempt) {
        List<ConnectedAccessAttempted> others = attempts.stream()
                .filter(before -> !before.worker().equals(attempt.worker()))
                .toList();
        return new AccessFile(grants, breaks, reviews, connections, more(others, attempt), duplicates);
    }

    AccessFile with(UUID duplicate) {
        return new AccessFile(grants, breaks, reviews, connections, attempts, more(duplicates, duplicate));
    }

    /// Whether the worker was declared near the child.
    public boolean connects(UUID worker) {
        return connections.stream().anyMatch(connection -> connection.worker().equals(worker));
    }

    /// Whether a grant lets the worker in at that moment.
    public boolean lets(UUID worker, Instant at) {
        return grants.stream()
                .anyMatch(grant -> grant.worker().equals(worker)
                        && grant.until().filter(until -> !at.isBefore(until)).isEmpty());
    }

    /// The glass that the worker broke and that is open at that moment.
    public Optional<GlassBroken> brokenBy(UUID worker, Instant at) {
        return breaks.stream()
                .filter(broken -> broken.worker().equals(worker) && at.isBefore(broken.until()))
                .findFirst();
    }

    public Optional<GlassBreakReviewed> reviewOf(UUID glass) {
        return reviews.stream().filter(review -> review.glass().equals(glass)).findFirst();
    }

    public GlassBroken broken(UUID glass) {
        return breaks.stream()
                .filter(broken -> broken.glass().equals(glass))
                .findFirst()
                .orElseThrow(() -> new Unknown("glass break"));
    }

    public Optional<AccessGranted> grant(UUID id) {
        return grants.stream().filter(grant -> grant.grant().equals(id)).findFirst();
    }

    /// The grants that allocations to the case brought.
    Stream<AccessGranted> ofCase(UUID caseId) {
        return grants.stream().filter(grant -> grant.caseId().equals(Optional.of(caseId)));
    }

    /// Whether an attempt of the worker was told a moment ago: a manager needs no second word of it.
    boolean toldOf(UUID worker, Instant at) {
        return attempts.stream()
                .anyMatch(attempt -> attempt.worker().equals(worker)
                        && at.isBefore(attempt.attemptedAt().plus(ONE_ALERT)));
    }

    private static <T> List<T> more(List<T> known, T one) {
        return Stream.concat(known.stream(), Stream.of(one)).toList();
    }
}
