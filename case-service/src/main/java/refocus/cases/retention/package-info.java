/// Retention: how long a record must be kept, by rules that are data, and what they are counted from.
///
/// The view says of each child what the rules ask for; a rule that needs the day of birth gets it from whoever may open it.
@NullMarked
package refocus.cases.retention;

import org.jspecify.annotations.NullMarked;
