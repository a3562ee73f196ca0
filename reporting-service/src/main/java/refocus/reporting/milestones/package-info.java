/// The days after which figures may look different, as staff-service tells them: they annotate every trend.
@NullMarked
package refocus.reporting.milestones;

import org.jspecify.annotations.NullMarked;
