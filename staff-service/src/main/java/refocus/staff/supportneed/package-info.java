/// A support need: what a worker says they need to do the work well, until it has helped.
///
/// | state | `Acknowledge` | `Source` | `Deliver` | `Judge` | `Decline` |
/// |---|---|---|---|---|---|
/// | Raised | `SupportNeedAcknowledged` | `SupportSourced` | refused | refused | `SupportNeedDeclined` |
/// | Acknowledged | nothing | `SupportSourced` | refused | refused | `SupportNeedDeclined` |
/// | Sourced | nothing | nothing if the same, else anew | `SupportDelivered` | refused | `SupportNeedDeclined` |
/// | Delivered | nothing | refused | nothing | useful or not | refused |
/// | Useful | nothing | refused | nothing | nothing, or not useful after all | refused |
/// | NotUseful | nothing | `SupportSourced`: another try | refused | nothing, or useful after all | declined |
/// | Declined | refused | refused | refused | refused | nothing |
///
/// Raising again is a repeat. Only who raised it judges. What was said is sealed under that worker's key.
@NullMarked
package refocus.staff.supportneed;

import org.jspecify.annotations.NullMarked;
