/// A worker's day: how its hours were spent beside the time with children, which is recorded where it happened.
///
/// | state | `LogWorkTime` |
/// |---|---|
/// | any | `WorkTimeLogged` for each entry; impossible `day-over-24-hours` if the day, sessions included, had more |
@NullMarked
package refocus.cases.workday;

import org.jspecify.annotations.NullMarked;
