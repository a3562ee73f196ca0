/// A training session: its places, who has one, and who waits for one.
///
/// | state | `Book` | `CancelBooking` | `RecordAttendance` | `Evaluate` | `Cancel` |
/// |---|---|---|---|---|---|
/// | NotScheduled | unknown | unknown | unknown | unknown | unknown |
/// | Scheduled, a place is free | `PlaceBooked` | see below | see below | see below | `SessionCancelled` |
/// | Scheduled, full | `WaitlistJoined` | see below | see below | see below | `SessionCancelled` |
/// | Cancelled | refused | nothing | refused | refused | nothing |
///
/// | the worker's place | `Book` | `CancelBooking` | `RecordAttendance` | `Evaluate` |
/// |---|---|---|---|---|
/// | none | as above | nothing | recorded outside the rule | refused `not-attended` |
/// | Waiting | nothing | `BookingCancelled` | recorded outside the rule | refused `not-attended` |
/// | Offered | `PlaceBooked` | cancelled, and `PlaceOffered` to the next | `AttendanceRecorded` | refused |
/// | Booked | nothing | cancelled, and `PlaceOffered` to the next | `AttendanceRecorded` | refused |
/// | Attended | nothing | refused `session-begun` | nothing if the same | `SessionEvaluated`, once |
///
/// An offered place is kept for the one it was offered to, so that a session is never overbooked.
@NullMarked
package refocus.staff.training;

import org.jspecify.annotations.NullMarked;
