/// The door to a worker's record.
@NullMarked
package refocus.staff.worker.http;

import org.jspecify.annotations.NullMarked;
