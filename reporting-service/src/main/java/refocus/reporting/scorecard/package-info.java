/// The first page of the dashboard: a few headline measures, each with its trend, the milestones on it, its table and the
/// way to its definition, its CSV and its events. It counts nothing itself: every figure is a report's.
@NullMarked
package refocus.reporting.scorecard;

import org.jspecify.annotations.NullMarked;
