/// Workload: what case-service says about who holds which cases.
@NullMarked
package refocus.staff.workload;

import org.jspecify.annotations.NullMarked;
