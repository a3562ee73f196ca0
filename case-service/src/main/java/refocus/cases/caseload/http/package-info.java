/// The caseload over HTTP.
@NullMarked
package refocus.cases.caseload.http;

import org.jspecify.annotations.NullMarked;
