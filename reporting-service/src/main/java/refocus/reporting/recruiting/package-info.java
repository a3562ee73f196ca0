/// What we hear from recruitment-service: how far vacancies and applications came, how they were scored, and what was
/// verified before a start.
@NullMarked
package refocus.reporting.recruiting;

import org.jspecify.annotations.NullMarked;
