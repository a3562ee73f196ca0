/// Session time: the minutes of a worker's day that sessions and notes already account for, so that nobody types them again.
@NullMarked
package refocus.cases.sessiontime;

import org.jspecify.annotations.NullMarked;
