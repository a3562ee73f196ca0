/// How near to children decisions are taken.
///
/// The median needs each decision's hours, so that decisions are read as they are, by the day they were taken.
@NullMarked
package refocus.reporting.decisions;

import org.jspecify.annotations.NullMarked;
