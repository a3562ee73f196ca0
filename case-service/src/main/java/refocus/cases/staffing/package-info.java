/// What we hear from staff-service of workers: who is here, registered and with room for how much, and in which team.
@NullMarked
package refocus.cases.staffing;

import org.jspecify.annotations.NullMarked;
