/// Decision rights over HTTP.
@NullMarked
package refocus.cases.decisionright.http;

import org.jspecify.annotations.NullMarked;
