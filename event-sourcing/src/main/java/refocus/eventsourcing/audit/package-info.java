/// Who was shown or refused whose record: written before the answer leaves, chained so that nobody can change it
/// unseen, and published.
@NullMarked
package refocus.eventsourcing.audit;

import org.jspecify.annotations.NullMarked;
