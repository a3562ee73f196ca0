/// Retention: a candidate nobody hired is kept for six months after the last application ended, and then erased; not
/// while a legal hold lasts.
@NullMarked
package refocus.recruitment.retention;

import org.jspecify.annotations.NullMarked;
