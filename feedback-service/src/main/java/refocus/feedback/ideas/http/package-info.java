/// The list of ideas, as HTTP.
@NullMarked
package refocus.feedback.ideas.http;

import org.jspecify.annotations.NullMarked;
