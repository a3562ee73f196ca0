/// What we hear from staff-service: who is contracted for how much, and who is away.
@NullMarked
package refocus.reporting.staffing;

import org.jspecify.annotations.NullMarked;
