/// The decision rights: who may take which decisions, on any day.
@NullMarked
package refocus.cases.rights;

import org.jspecify.annotations.NullMarked;
