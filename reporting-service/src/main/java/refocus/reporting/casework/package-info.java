/// What we hear from case-service.
@NullMarked
package refocus.reporting.casework;

import org.jspecify.annotations.NullMarked;
