/// Personal data, sealed under the key of the person it is about before it reaches the log.
@NullMarked
package refocus.eventsourcing.personal;

import org.jspecify.annotations.NullMarked;
