/// The stretches of time a report can be asked for, and cut into.
@NullMarked
package refocus.reporting.period;

import org.jspecify.annotations.NullMarked;
