/// Alerts over HTTP.
@NullMarked
package refocus.cases.alerts.http;

import org.jspecify.annotations.NullMarked;
