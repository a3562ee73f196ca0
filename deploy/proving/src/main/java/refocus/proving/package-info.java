/// What Refocus costs and what it survives, shown on the packaged system: `bench` measures it, `faults` breaks it.
///
/// Both stand on a system of their own, with ports and data of their own, and say the seed of whatever is random.
@NullMarked
package refocus.proving;

import org.jspecify.annotations.NullMarked;
