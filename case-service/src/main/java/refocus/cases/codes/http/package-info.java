/// Code sets over HTTP.
@NullMarked
package refocus.cases.codes.http;

import org.jspecify.annotations.NullMarked;
