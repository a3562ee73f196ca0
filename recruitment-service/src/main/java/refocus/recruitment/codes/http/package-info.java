/// Code sets over HTTP.
@NullMarked
package refocus.recruitment.codes.http;

import org.jspecify.annotations.NullMarked;
