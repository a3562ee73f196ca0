/// Code sets over HTTP.
@NullMarked
package refocus.staff.codes.http;

import org.jspecify.annotations.NullMarked;
