/// The working days of Wales where SQL can count them.
@NullMarked
package refocus.reporting.workingdays;

import org.jspecify.annotations.NullMarked;
