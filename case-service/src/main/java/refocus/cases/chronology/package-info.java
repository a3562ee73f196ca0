/// The chronology: what has happened to a child, made from the log and never typed twice.
@NullMarked
package refocus.cases.chronology;

import org.jspecify.annotations.NullMarked;
