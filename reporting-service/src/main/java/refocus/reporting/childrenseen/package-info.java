/// How many of the children we work with were seen, and seen alone.
@NullMarked
package refocus.reporting.childrenseen;

import org.jspecify.annotations.NullMarked;
