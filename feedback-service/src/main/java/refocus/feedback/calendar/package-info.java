/// The working days of Wales, by which replies and due days are counted.
@NullMarked
package refocus.feedback.calendar;

import org.jspecify.annotations.NullMarked;
