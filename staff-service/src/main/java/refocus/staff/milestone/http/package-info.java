/// Milestones over HTTP.
@NullMarked
package refocus.staff.milestone.http;

import org.jspecify.annotations.NullMarked;
