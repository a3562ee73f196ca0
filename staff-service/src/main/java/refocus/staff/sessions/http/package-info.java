/// The calendar of training sessions over HTTP.
@NullMarked
package refocus.staff.sessions.http;

import org.jspecify.annotations.NullMarked;
