/// Searching for children over HTTP.
@NullMarked
package refocus.cases.childindex.http;

import org.jspecify.annotations.NullMarked;
