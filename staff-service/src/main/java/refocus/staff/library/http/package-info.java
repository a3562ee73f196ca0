/// The library of resources over HTTP.
@NullMarked
package refocus.staff.library.http;

import org.jspecify.annotations.NullMarked;
