package refocus.eventsourcing.projection;

import java.util.List;
import java.util.Set;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.log.Rest;

/// Turns recorded events into rows, by one exhaustive switch.
///
/// It says what a row becomes; applying each event once, in order and in batches is the library's job. It has no side
/// effects and looks nothing up, so that it can be rebuilt from zero at any time.
///
/// Its tables are made by `projections/<name>.sql` on the class path, in a schema of their own for each version and
/// build; readers use the stable views `views.<table>`, which the library points at the build that serves.
public interface Projection<E> {

    /// A plain word, in snake_case: it names schemas.
    String name();

    /// Raised with every change of what it makes, so that it is built anew beside the old one.
    int version();

    /// Where its events come from.
    Feed<E> feed();

    List<Table<?>> tables();

    List<Change> apply(Recorded<E> event);

    /// Where a projection's events come from.
    sealed interface Feed<E> {

        EventTypes<E> events();

        /// The kinds of stream it is about.
        Set<String> categories();

        /// Whether a reader of this feed takes in events of this type in streams of this category; others pass by.
        boolean concerns(String category, String type);

        /// How long its readers rest between one batch and the next.
        Rest rest();

        /// The service's own log; it works with Kafka down.
        ///
        /// @param categories the streams whose events these are; others pass by
        record OwnLog<E>(EventTypes<E> events, Set<String> categories) implements Feed<E> {

            @Override
            public boolean concerns(String category, String type) {
                return categories.contains(category);
            }

            @Override
            public Rest rest() {
                return Rest.LONG;
            }
        }

        /// A topic of this or another service.
        ///
        /// @param types the prefix of the types, as in `refocus.case`
        /// @param categories the streams that are read; of others, declared types pass by
        /// @param narrow whether undeclared types are passed by; else they park their stream, any
        record Topic<E>(EventTypes<E> events, String topic, String types, Set<String> categories, boolean narrow)
                implements Feed<E> {

            @Override
            public boolean concerns(String category, String type) {
                return categories.contains(category)
                        || (!narrow && events.named(type).isEmpty());
            }

            @Override
            public Rest rest() {
                return Rest.EVEN;
            }
        }
    }
}
