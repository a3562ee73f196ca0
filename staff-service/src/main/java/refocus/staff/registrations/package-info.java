/// The clock on registrations: those that run, and what becomes of one that is not renewed.
@NullMarked
package refocus.staff.registrations;

import org.jspecify.annotations.NullMarked;
