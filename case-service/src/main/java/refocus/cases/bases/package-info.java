/// The bases of every read: which children's records are restricted, and who has which basis to see them all the same.
@NullMarked
package refocus.cases.bases;

import org.jspecify.annotations.NullMarked;
