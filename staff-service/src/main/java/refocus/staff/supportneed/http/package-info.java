/// Support needs over HTTP.
@NullMarked
package refocus.staff.supportneed.http;

import org.jspecify.annotations.NullMarked;
