package refocus.cases.childindex;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    ///
    /// @param seen those of the candidates whom the caller may see: only they refuse, and are named
    /// @param registering does it; it is given the candidates whom the caller may not see
    public <T> Uni<T> unlessLikely(
            RegisterChild asked,
            Function<List<UUID>, Uni<Set<UUID>>> seen,
            Function<List<Likeness>, Uni<T>> registering) {
        IndexedChild described = hashes.of(asked);
        Set<UUID> others = Set.copyOf(asked.confirmedNotDuplicate());
        return search.like(described)
                .map(found -> candidatesBesides(described, found, others))
                .flatMap(candidates -> seen.apply(
                                candidates.stream().map(Likeness::child).toList())
                        .flatMap(named -> registering.apply(unlessNamed(candidates, named))))
                .onFailure()
                .invoke(() -> recent.forget(asked.child()));
    }

    /// One at a time, so that of two that race one sees the other.
    private synchronized List<Likeness> candidatesBesides(
            IndexedChild described, List<Likeness> found, Set<UUID> others) {
        List<Likeness> candidates = candidates(described, found, others);
        // The record itself is there already where the command is a repeat: the log gives its answer.
        if (candidates.stream().anyMatch(same -> same.child().equals(described.child()))) {
            return List.of();
        }
        recent.add(described);
        return candidates;
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

    /// Those who may not be named, where nobody may.
    private static List<Likeness> unlessNamed(List<Likeness> candidates, Set<UUID> named) {
        List<Candidate> shown = candidates.stream()
                .filter(candidate -> named.contains(candidate.child()))
                .map(Candidate::of)
                .toList();
        if (!shown.isEmpty()) {
            throw new Refused("likely-duplicate").telling("candidates", shown);
        }
        return candidates;
    }
}
