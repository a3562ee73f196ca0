/// Ideas' door, and that of their business cases.
@NullMarked
package refocus.feedback.idea.http;

import org.jspecify.annotations.NullMarked;
