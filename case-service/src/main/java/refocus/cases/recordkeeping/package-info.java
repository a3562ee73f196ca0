/// Keeping a child's record and letting it go: legal holds, erasure, and what the person themselves asks to see.
///
/// | state | `PlaceHold` | `LiftHold` | `OrderErasure` | `RecordErased` (by a clock) | `RequestAccess` | `AnswerAccess` |
/// |---|---|---|---|---|---|---|
/// | Kept | `LegalHoldPlaced` | `LegalHoldLifted`; nothing the second time; unknown without one | `ErasureOrdered`; `ErasureRefused` while a hold, a rule or an open request keeps it | `PersonalDataErased`: the keys know more than a restored log | `SubjectAccessRequested` | `SubjectAccessAnswered`; refused `subject-access-answered` the second time |
/// | Erasing | refused `erasure-under-way` | refused `erasure-under-way` | nothing: it is ordered | `PersonalDataErased` | refused `erased` | refused `erased` |
/// | Erased | refused `erased` | refused `erased` | nothing: it is done | nothing: a repeat | refused `erased` | refused `erased` |
///
/// An erasure takes two steps. *Ordered*, it cannot be taken back: the key is closed, so that nothing more is written about
/// the child or read of them. Minutes later, when no instance can have the key in hand any more, a clock destroys it, looks
/// at every place that texts go to, and records `PersonalDataErased` with what it found; where anything can still be read,
/// it stays Erasing and looks again.
///
/// What was said of several children at once stands under the key of the first. Before it is destroyed, such texts are sealed
/// again under the key of one who is left, in that child's stream and in the same append (`SharedTextsKept`, by
/// `KeepSharedTexts`): the sibling's record stays whole.
///
/// The stream has the child's id. One more, of an id of its own, holds what is held for the whole service.
@NullMarked
package refocus.cases.recordkeeping;

import org.jspecify.annotations.NullMarked;
