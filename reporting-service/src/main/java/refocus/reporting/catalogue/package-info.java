/// The list of reports, and the way to ask each of them.
@NullMarked
package refocus.reporting.catalogue;

import org.jspecify.annotations.NullMarked;
