/// How staff say they are, from the published results of surveys.
///
/// A survey is a handful of rows and there are a dozen a year, so that the rows themselves are the rollup.
@NullMarked
package refocus.reporting.morale;

import org.jspecify.annotations.NullMarked;
