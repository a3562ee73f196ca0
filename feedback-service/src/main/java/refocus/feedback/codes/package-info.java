/// Code sets: what may be chosen, in English and Welsh, as data.
///
/// A set is a file `codes/<name>.json`; a new code is a line in it and a higher version. No code is ever
/// removed: it gets a last day, and what was recorded under it stays readable.
@NullMarked
package refocus.feedback.codes;

import org.jspecify.annotations.NullMarked;
