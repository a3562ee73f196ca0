/// Legal holds on every candidate's record at once, as for an inquiry into how the service hires: while one lasts, no
/// candidate is erased, neither on request nor by the clock (`retention`).
///
/// | state | `PlaceHold` | `LiftHold` |
/// |---|---|---|
/// | any | `ServiceHoldPlaced`; nothing for the same command again | `ServiceHoldLifted`; nothing the second time; unknown without one |
///
/// There is one stream, for the whole service. What a hold refers to is sealed under a key of that stream's own.
@NullMarked
package refocus.recruitment.hold;

import org.jspecify.annotations.NullMarked;
