/// Retention: a candidate nobody hired is kept for six months after the last application ended, and then erased.
@NullMarked
package refocus.recruitment.retention;

import org.jspecify.annotations.NullMarked;
