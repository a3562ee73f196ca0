/// The vacancies as a list, and the clock that closes them.
@NullMarked
package refocus.recruitment.vacancies;

import org.jspecify.annotations.NullMarked;
