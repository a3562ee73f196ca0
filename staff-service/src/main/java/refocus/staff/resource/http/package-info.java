/// Resources over HTTP.
@NullMarked
package refocus.staff.resource.http;

import org.jspecify.annotations.NullMarked;
