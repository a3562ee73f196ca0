/// The directory: who works here, as what and where, and who has left.
@NullMarked
package refocus.staff.directory;

import org.jspecify.annotations.NullMarked;
