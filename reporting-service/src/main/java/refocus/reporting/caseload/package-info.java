/// How much each of us holds, and what nobody holds.
@NullMarked
package refocus.reporting.caseload;

import org.jspecify.annotations.NullMarked;
