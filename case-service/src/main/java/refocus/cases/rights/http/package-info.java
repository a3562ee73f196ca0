/// The list of decision rights over HTTP.
@NullMarked
package refocus.cases.rights.http;

import org.jspecify.annotations.NullMarked;
