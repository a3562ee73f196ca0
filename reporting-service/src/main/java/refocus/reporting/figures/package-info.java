/// What every report is made of: columns, rows, percentages, and what outside readers may not see.
@NullMarked
package refocus.reporting.figures;

import org.jspecify.annotations.NullMarked;
