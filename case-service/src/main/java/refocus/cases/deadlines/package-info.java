/// Deadlines: what is due when, as data; what sets and meets it; the clock that misses it; and the list of it all.
@NullMarked
package refocus.cases.deadlines;

import org.jspecify.annotations.NullMarked;
