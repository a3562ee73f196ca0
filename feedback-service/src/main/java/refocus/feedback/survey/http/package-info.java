/// Surveys' door: designed, opened, answered by token, closed.
@NullMarked
package refocus.feedback.survey.http;

import org.jspecify.annotations.NullMarked;
