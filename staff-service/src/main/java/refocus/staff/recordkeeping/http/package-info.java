/// Holds and erasure over HTTP: the doors of a records manager.
@NullMarked
package refocus.staff.recordkeeping.http;

import org.jspecify.annotations.NullMarked;
