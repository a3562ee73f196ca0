/// Hiring: what recruitment-service says about who was taken on, and the worker that follows.
@NullMarked
package refocus.staff.hiring;

import org.jspecify.annotations.NullMarked;
