package refocus.cases.access.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.access.AccessFile;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;

/// Who may see a child's record, and nothing of the record.
///
/// @param reason why it is restricted, where it is
record AccessShown(
        boolean restricted,
        Optional<String> reason,
        List<GrantShown> grants,
        List<GlassShown> breaks,
        List<ConnectionShown> connections) {

    record GrantShown(
            UUID id,
            UUID worker,
            String reason,
            Optional<String> explanation,
            Optional<Instant> until,
            Optional<UUID> caseId) {

        static GrantShown of(AccessGranted grant, Opener opener) {
            return new GrantShown(
                    grant.grant(),
                    grant.worker(),
                    grant.reason(),
                    opener.text(grant.words()),
                    grant.until(),
                    grant.caseId());
        }
    }

    record GlassShown(
            UUID id,
            UUID worker,
            String reason,
            Optional<String> explanation,
            Instant brokenAt,
            Instant until,
            Optional<ReviewShown> review) {

        static GlassShown of(GlassBroken broken, AccessFile file, Opener opener) {
            return new GlassShown(
                    broken.glass(),
                    broken.worker(),
                    broken.reason(),
                    opener.text(broken.words()),
                    broken.brokenAt(),
                    broken.until(),
                    file.reviewOf(broken.glass()).map(review -> ReviewShown.of(review, opener)));
        }
    }

    record ReviewShown(UUID by, String outcome, Optional<String> note) {

        static ReviewShown of(GlassBreakReviewed review, Opener opener) {
            return new ReviewShown(review.reviewedBy(), review.outcome(), opener.text(review.note()));
        }
    }

    record ConnectionShown(UUID id, UUID worker, String kind) {

        static ConnectionShown of(ConnectionDeclared connection) {
            return new ConnectionShown(connection.connection(), connection.worker(), connection.kind());
        }
    }

    static AccessShown of(ChildAccess state, Opener opener) {
        AccessFile file = state.file();
        return new AccessShown(
                ChildAccess.isRestricted(state),
                state instanceof ChildAccess.Restricted restricted
                        ? Optional.of(restricted.restriction().reason())
                        : Optional.empty(),
                file.grants().stream()
                        .map(grant -> GrantShown.of(grant, opener))
                        .toList(),
                file.breaks().stream()
                        .map(broken -> GlassShown.of(broken, file, opener))
                        .toList(),
                file.connections().stream().map(ConnectionShown::of).toList());
    }

    GrantShown grant(UUID wanted) {
        return one(grants.stream().filter(grant -> grant.id().equals(wanted)).findFirst(), "grant");
    }

    GlassShown glass(UUID wanted) {
        return one(breaks.stream().filter(broken -> broken.id().equals(wanted)).findFirst(), "glass break");
    }

    ConnectionShown connection(UUID wanted) {
        return one(
                connections.stream()
                        .filter(connection -> connection.id().equals(wanted))
                        .findFirst(),
                "connection");
    }

    private static <T> T one(Optional<T> found, String what) {
        return found.orElseThrow(() -> new Unknown(what));
    }
}
