package refocus.cases.childindex;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    Duplicates(ChildSearch search, Hashes hashes) {
        this.search = search;
        this.hashes = hashes;
    }

    /// Refuses as `likely-duplicate`, naming the candidates, unless the caller knows them all to be others.
    public Uni<Void> refuseLikely(RegisterChild asked) {
        Set<UUID> others = Set.copyOf(asked.confirmedNotDuplicate());
        return search.like(hashes.of(asked))
                .map(found -> found.stream()
                        .filter(Likeness::isLikelyTheSame)
                        .filter(candidate -> !others.contains(candidate.child()))
                        .toList())
                .invoke(candidates -> {
                    // The record itself is there already where the command is a repeat: the log gives its answer.
                    boolean repeated =
                            candidates.stream().anyMatch(same -> same.child().equals(asked.child()));
                    if (!candidates.isEmpty() && !repeated) {
                        throw new Refused("likely-duplicate")
                                .telling(
                                        "candidates",
                                        candidates.stream().map(Candidate::of).toList());
                    }
                })
                .replaceWithVoid();
    }
}
