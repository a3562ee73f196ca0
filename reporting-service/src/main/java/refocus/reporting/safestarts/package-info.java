/// Whether everyone who starts was checked first.
@NullMarked
package refocus.reporting.safestarts;

import org.jspecify.annotations.NullMarked;
