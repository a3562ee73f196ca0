package refocus.cases.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// How someone stands to one child's record.
///
/// @param connected whether they, or the one they act for, were declared near the child
/// @param allocated whether they hold a case of the child
/// @param team whether a worker of the team they manage does
/// @param forAnother what the one they act for would have on an unrestricted record
public record Standing(
        boolean restricted,
        boolean connected,
        boolean allocated,
        boolean team,
        boolean granted,
        boolean brokeGlass,
        Optional<Basis> forAnother) {

    /// What their work with the child gives them, whatever is said about access.
    ///
    /// @param forAnother what that of the one they act for would give them
    public record AtWork(boolean allocated, boolean team, Optional<Basis> forAnother) {

        public static final AtWork NOTHING = new AtWork(false, false, Optional.empty());
    }

    /// How they stand by what was said of the access, and by their work.
    ///
    /// @param worker who asks, where it is a worker
    /// @param actingFor the one they act for, where they do
    public static Standing of(
            ChildAccess access, AtWork work, Optional<UUID> worker, Optional<UUID> actingFor, Instant at) {
        AccessFile file = access.file();
        return new Standing(
                ChildAccess.isRestricted(access),
                Stream.concat(worker.stream(), actingFor.stream()).anyMatch(file::connects),
                work.allocated(),
                work.team(),
                worker.filter(who -> file.lets(who, at)).isPresent(),
                worker.flatMap(who -> file.brokenBy(who, at)).isPresent(),
                work.forAnother());
    }
}
