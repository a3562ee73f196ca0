/// Voice items' door.
@NullMarked
package refocus.feedback.voice.http;

import org.jspecify.annotations.NullMarked;
