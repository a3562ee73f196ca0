/// Code sets: what may be chosen, in English and Welsh, as data.
///
/// A service's sets are `codes/<name>.json` on its class path, listed in `codes/index.json`; a service without the list
/// has none. A new code is a line in its set and a higher version, and no code is ever removed: it gets a last day, and
/// what was recorded under it stays readable.
@NullMarked
package refocus.eventsourcing.codes;

import org.jspecify.annotations.NullMarked;
