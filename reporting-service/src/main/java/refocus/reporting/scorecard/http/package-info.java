/// The scorecard as pages for people, in both languages and without a script, and as JSON and CSV.
@NullMarked
package refocus.reporting.scorecard.http;

import org.jspecify.annotations.NullMarked;
