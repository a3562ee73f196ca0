/// The directory over HTTP.
@NullMarked
package refocus.staff.directory.http;

import org.jspecify.annotations.NullMarked;
