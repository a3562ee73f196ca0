/// The structure over HTTP.
@NullMarked
package refocus.staff.structure.http;

import org.jspecify.annotations.NullMarked;
