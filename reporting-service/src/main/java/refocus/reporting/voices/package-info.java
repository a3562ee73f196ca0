/// Whether what was said to the service was answered in time, and how.
@NullMarked
package refocus.reporting.voices;

import org.jspecify.annotations.NullMarked;
