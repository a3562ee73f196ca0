/// The library of resources: found by words in either language.
@NullMarked
package refocus.staff.library;

import org.jspecify.annotations.NullMarked;
