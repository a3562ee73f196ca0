/// Who saw a child's record, over HTTP.
@NullMarked
package refocus.cases.accesslog.http;

import org.jspecify.annotations.NullMarked;
