/// How far ideas come, from being proposed to a benefit that was measured.
@NullMarked
package refocus.reporting.ideas;

import org.jspecify.annotations.NullMarked;
