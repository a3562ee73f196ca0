/// Process changes over HTTP.
@NullMarked
package refocus.feedback.processchange.http;

import org.jspecify.annotations.NullMarked;
