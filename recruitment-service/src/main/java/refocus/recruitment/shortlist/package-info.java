/// The shortlist: the applications for a vacancy and how far each is.
@NullMarked
package refocus.recruitment.shortlist;

import org.jspecify.annotations.NullMarked;
