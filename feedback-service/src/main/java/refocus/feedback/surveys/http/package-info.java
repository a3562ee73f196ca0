/// The list of surveys, as HTTP.
@NullMarked
package refocus.feedback.surveys.http;

import org.jspecify.annotations.NullMarked;
