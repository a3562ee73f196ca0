/// The chronology over HTTP.
@NullMarked
package refocus.cases.chronology.http;

import org.jspecify.annotations.NullMarked;
