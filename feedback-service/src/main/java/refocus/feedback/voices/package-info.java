/// *You said, we did*: what was said and answered, and what still waits.
@NullMarked
package refocus.feedback.voices;

import org.jspecify.annotations.NullMarked;
