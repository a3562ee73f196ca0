/// Deadlines over HTTP.
@NullMarked
package refocus.cases.deadlines.http;

import org.jspecify.annotations.NullMarked;
