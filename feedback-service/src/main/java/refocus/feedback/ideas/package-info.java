/// The list of ideas: what stage each has reached, and how much it would help children.
@NullMarked
package refocus.feedback.ideas;

import org.jspecify.annotations.NullMarked;
