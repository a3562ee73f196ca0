/// The list of what was said and answered, as HTTP.
@NullMarked
package refocus.feedback.voices.http;

import org.jspecify.annotations.NullMarked;
