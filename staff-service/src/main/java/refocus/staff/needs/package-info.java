/// Support needs as lists: a worker's own, and for managers all of them.
@NullMarked
package refocus.staff.needs;

import org.jspecify.annotations.NullMarked;
