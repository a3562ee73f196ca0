package refocus.cases.childindex;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.eventsourcing.Refused;

/// Notices that a child may be on record already.
@Singleton
public class Duplicates {

    /// A child who may be the same, and what agrees; who it is, its own record tells to those who may read it.
    record Candidate(UUID id, List<String> matchedOn) {

        static Candidate of(Likeness likeness) {
            return new Candidate(likeness.child(), likeness.matchedOn());
        }
    }

    private final ChildSearch search;
    private final Hashes hashes;
    private final RecentRegistrations recent;

    Duplicates(ChildSearch search, Hashes hashes, RecentRegistrations recent) {
        this.search = search;
        this.hashes = hashes;
        this.recent = recent;
    }

    /// Registers, or refuses as `likely-duplicate` with the candidates, unless the caller knows them all to be others.
    public <T> Uni<T> unlessLikely(RegisterChild asked, Supplier<Uni<T>> registering) {
        IndexedChild described = hashes.of(asked);
        Set<UUID> others = Set.copyOf(asked.confirmedNotDuplicate());
        return search.like(described)
                .invoke(found -> refuseOrRemember(described, found, others))
                .chain(() -> registering.get())
                .onFailure()
                .invoke(() -> recent.forget(asked.child()));
    }

    /// One at a time, so that of two that race one sees the other.
    private synchronized void refuseOrRemember(IndexedChild described, List<Likeness> found, Set<UUID> others) {
        refuse(described.child(), candidates(described, found, others));
        recent.add(described);
    }

    private List<Likeness> candidates(IndexedChild described, List<Likeness> found, Set<UUID> others) {
        Set<UUID> indexed = Set.copyOf(found.stream().map(Likeness::child).toList());
        return Stream.concat(found.stream(), notYetIndexed(described, indexed))
                .filter(Likeness::isLikelyTheSame)
                .filter(candidate -> !others.contains(candidate.child()))
                .toList();
    }

    private Stream<Likeness> notYetIndexed(IndexedChild described, Collection<UUID> indexed) {
        return recent.all().stream()
                .filter(child -> !indexed.contains(child.child()))
                .map(child -> Likeness.between(described, child));
    }

    private static void refuse(UUID child, List<Likeness> candidates) {
        // The record itself is there already where the command is a repeat: the log gives its answer.
        boolean repeated = candidates.stream().anyMatch(same -> same.child().equals(child));
        if (!candidates.isEmpty() && !repeated) {
            throw new Refused("likely-duplicate")
                    .telling(
                            "candidates", candidates.stream().map(Candidate::of).toList());
        }
    }
}
