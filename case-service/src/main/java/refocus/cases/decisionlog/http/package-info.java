/// The decision log over HTTP.
@NullMarked
package refocus.cases.decisionlog.http;

import org.jspecify.annotations.NullMarked;
