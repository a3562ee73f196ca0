/// Barriers' door.
@NullMarked
package refocus.feedback.barrier.http;

import org.jspecify.annotations.NullMarked;
