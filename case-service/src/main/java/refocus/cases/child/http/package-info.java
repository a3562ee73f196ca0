/// A child's record over HTTP.
@NullMarked
package refocus.cases.child.http;

import org.jspecify.annotations.NullMarked;
