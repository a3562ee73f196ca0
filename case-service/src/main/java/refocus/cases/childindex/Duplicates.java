package refocus.cases.childindex;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.eventsourcing.Refused;

/// Notices that a child may be on record already.
@Singleton
public class Duplicates {

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
                        .map(Likeness::child)
                        .filter(child -> !others.contains(child))
                        .toList())
                .invoke(candidates -> {
                    // The record itself is there already where the command is a repeat: the log gives its answer.
                    if (!candidates.isEmpty() && !candidates.contains(asked.child())) {
                        throw new Refused("likely-duplicate", candidates.toArray());
                    }
                })
                .replaceWithVoid();
    }
}
