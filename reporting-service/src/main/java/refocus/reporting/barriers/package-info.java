/// What keeps workers from children, how long it stands, and whose it is to take away.
///
/// How barriers stood on a day is not a sum, and there are some hundreds a year: their facts are read as they are.
@NullMarked
package refocus.reporting.barriers;

import org.jspecify.annotations.NullMarked;
