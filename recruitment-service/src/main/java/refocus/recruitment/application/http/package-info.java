/// Applications over HTTP.
@NullMarked
package refocus.recruitment.application.http;

import org.jspecify.annotations.NullMarked;
