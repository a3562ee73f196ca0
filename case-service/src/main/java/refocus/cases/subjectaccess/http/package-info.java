/// The pack over HTTP.
@NullMarked
package refocus.cases.subjectaccess.http;

import org.jspecify.annotations.NullMarked;
