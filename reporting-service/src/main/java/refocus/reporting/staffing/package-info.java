/// What we hear from staff-service: who is contracted for how much, who is away, and how many posts
/// there are.
@NullMarked
package refocus.reporting.staffing;

import org.jspecify.annotations.NullMarked;
