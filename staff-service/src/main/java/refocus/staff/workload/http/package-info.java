/// Workload over HTTP.
@NullMarked
package refocus.staff.workload.http;

import org.jspecify.annotations.NullMarked;
