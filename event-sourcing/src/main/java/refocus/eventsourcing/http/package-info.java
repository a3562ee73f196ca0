/// The conventions of the web: problems, versions, idempotency keys, consistency tokens, pages.
@NullMarked
package refocus.eventsourcing.http;

import org.jspecify.annotations.NullMarked;
