/// Code sets over HTTP.
@NullMarked
package refocus.feedback.codes.http;

import org.jspecify.annotations.NullMarked;
