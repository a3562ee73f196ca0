/// The catalogue and the reports over HTTP.
@NullMarked
package refocus.reporting.catalogue.http;

import org.jspecify.annotations.NullMarked;
