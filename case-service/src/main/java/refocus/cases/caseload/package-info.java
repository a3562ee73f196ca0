/// The caseload: who holds which cases, and which nobody leads.
@NullMarked
package refocus.cases.caseload;

import org.jspecify.annotations.NullMarked;
