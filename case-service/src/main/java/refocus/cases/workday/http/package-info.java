/// Working time over HTTP.
@NullMarked
package refocus.cases.workday.http;

import org.jspecify.annotations.NullMarked;
