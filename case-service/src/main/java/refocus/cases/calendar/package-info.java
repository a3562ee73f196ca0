/// The working days of Wales, by which deadlines are counted.
@NullMarked
package refocus.cases.calendar;

import org.jspecify.annotations.NullMarked;
