package refocus.eventsourcing.personal;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What was said of several people at once stays readable for those who are left when one of them is erased: before, it
/// is sealed again under the key of another. A service that does so tells here where the copies are.
public interface Copies {

    /// Where a sealed text stands.
    record Place(UUID event, String field) {

        public static Place of(Sealed.Cipher text) {
            return new Place(text.event(), text.field());
        }
    }

    /// The copies of what was sealed under these people's keys, by where the first stood.
    Uni<Map<Place, Sealed.Cipher>> of(Set<UUID> erased);
}
