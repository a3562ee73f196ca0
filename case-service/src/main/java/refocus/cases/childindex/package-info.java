/// The index of children: keyed hashes by which a child is found and a duplicate noticed, and nothing that can be read.
@NullMarked
package refocus.cases.childindex;

import org.jspecify.annotations.NullMarked;
