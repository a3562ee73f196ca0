/// The establishment over HTTP.
@NullMarked
package refocus.staff.establishment.http;

import org.jspecify.annotations.NullMarked;
