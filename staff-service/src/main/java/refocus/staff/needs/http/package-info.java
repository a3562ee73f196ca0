/// Lists of support needs over HTTP.
@NullMarked
package refocus.staff.needs.http;

import org.jspecify.annotations.NullMarked;
