/// Training sessions over HTTP.
@NullMarked
package refocus.staff.training.http;

import org.jspecify.annotations.NullMarked;
