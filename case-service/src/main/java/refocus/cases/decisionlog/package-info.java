/// The decision log: every decision and where it stands, what waits to be taken, and what was done outside a rule.
@NullMarked
package refocus.cases.decisionlog;

import org.jspecify.annotations.NullMarked;
