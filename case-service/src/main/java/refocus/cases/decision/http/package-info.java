/// Decisions over HTTP.
@NullMarked
package refocus.cases.decision.http;

import org.jspecify.annotations.NullMarked;
