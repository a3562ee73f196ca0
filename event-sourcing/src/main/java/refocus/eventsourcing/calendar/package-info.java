/// Civil days and the working days of Wales; holidays are data, with the one-off ones that were proclaimed.
@NullMarked
package refocus.eventsourcing.calendar;

import org.jspecify.annotations.NullMarked;
