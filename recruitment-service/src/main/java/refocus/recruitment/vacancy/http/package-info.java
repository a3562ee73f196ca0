/// Vacancies over HTTP.
@NullMarked
package refocus.recruitment.vacancy.http;

import org.jspecify.annotations.NullMarked;
