/// Keeping a member of staff's record and letting it go: legal holds, and erasure.
///
/// | state | `PlaceHold` | `LiftHold` | `OrderErasure` | `RecordErased` (by a clock) |
/// |---|---|---|---|---|
/// | Kept | `LegalHoldPlaced`; nothing for the same command again | `LegalHoldLifted`; nothing the second time; unknown without one | `ErasureOrdered`; refused while something keeps it | `PersonalDataErased`: the keys know more than a restored log |
/// | Erasing | refused `erasure-under-way` | refused `erasure-under-way` | nothing: it is ordered | `PersonalDataErased` |
/// | Erased | refused `erased` | refused `erased` | nothing: it is done | nothing: a repeat |
///
/// What keeps a record, the strongest first: a hold on it (`legal-hold`), one on those of all staff
/// (`service-hold`), that the worker is in post (`worker-in-post`), and the rule of retention up to its day
/// (`worker-kept`).
///
/// Ordered, an erasure cannot be taken back: the worker's key is closed, and minutes later, when no instance can
/// have it in hand any more, a clock destroys it, looks at every place that texts go to, and records what it found
/// (`retention`).
///
/// The stream has the worker's id. One more, of an id of its own, holds what is held of all staff.
@NullMarked
package refocus.staff.recordkeeping;

import org.jspecify.annotations.NullMarked;
