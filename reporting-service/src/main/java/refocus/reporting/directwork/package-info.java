/// The share of worked time that is direct work with children.
@NullMarked
package refocus.reporting.directwork;

import org.jspecify.annotations.NullMarked;
