/// Whose events are held back: children whose records are restricted, and where in the log they stand. Figures count
/// them; who asks for the events behind a figure is told how many are not shown.
@NullMarked
package refocus.reporting.withheld;

import org.jspecify.annotations.NullMarked;
