/// How many we are, of how many we are meant to be.
@NullMarked
package refocus.reporting.workforce;

import org.jspecify.annotations.NullMarked;
