/// Checks as a list, and the clock on those that lapse.
@NullMarked
package refocus.recruitment.checks;

import org.jspecify.annotations.NullMarked;
