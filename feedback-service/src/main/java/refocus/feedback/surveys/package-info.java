/// The list of surveys, and the clock that closes them on their day.
@NullMarked
package refocus.feedback.surveys;

import org.jspecify.annotations.NullMarked;
