/// Cases over HTTP.
@NullMarked
package refocus.cases.childcase.http;

import org.jspecify.annotations.NullMarked;
