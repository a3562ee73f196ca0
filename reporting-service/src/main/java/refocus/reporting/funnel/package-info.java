/// How far applications come, how long a post takes to fill, and whether the selection chose well.
@NullMarked
package refocus.reporting.funnel;

import org.jspecify.annotations.NullMarked;
