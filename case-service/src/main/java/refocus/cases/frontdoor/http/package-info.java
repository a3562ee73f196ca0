/// The front door over HTTP.
@NullMarked
package refocus.cases.frontdoor.http;

import org.jspecify.annotations.NullMarked;
