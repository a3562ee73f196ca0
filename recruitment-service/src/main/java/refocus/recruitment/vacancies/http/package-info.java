/// The list of vacancies over HTTP.
@NullMarked
package refocus.recruitment.vacancies.http;

import org.jspecify.annotations.NullMarked;
