/// Whether what workers say they need reaches them, and helps.
@NullMarked
package refocus.reporting.supportloop;

import org.jspecify.annotations.NullMarked;
