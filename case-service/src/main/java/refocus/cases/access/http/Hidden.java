package refocus.cases.access.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.projection.Where;

/// The children whom a list leaves out, for one reader.
public record Hidden(Set<UUID> children) {

    public boolean isNobody() {
        return children.isEmpty();
    }

    public boolean includes(UUID child) {
        return children.contains(child);
    }

    /// Those of them whom the reader sees.
    public List<UUID> outOf(List<UUID> all) {
        return all.stream().filter(child -> !children.contains(child)).toList();
    }

    /// Adds a condition in which `?` stands for all of them; nothing where nobody is hidden.
    public void from(Where where, String condition) {
        if (!isNobody()) {
            where.and(condition, (Object) children.toArray(UUID[]::new));
        }
    }
}
