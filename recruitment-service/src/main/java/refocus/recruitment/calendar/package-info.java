/// The civil calendar that dates are counted in.
@NullMarked
package refocus.recruitment.calendar;

import org.jspecify.annotations.NullMarked;
