/// The list of barriers, as HTTP.
@NullMarked
package refocus.feedback.barriers.http;

import org.jspecify.annotations.NullMarked;
