/// The recruitment service: vacancies, candidates, and applications judged blind on evidence.
///
/// Each stream has a room of its own with its rules and, in `http`, its door; each view has a room of its own too. What
/// happened is published on `refocus.recruitment.events`.
@NullMarked
package refocus.recruitment;

import org.jspecify.annotations.NullMarked;
