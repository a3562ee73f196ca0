/// What managers are told of access: glass that was broken, those too near who asked, records that may be a hidden
/// child's.
@NullMarked
package refocus.cases.alerts;

import org.jspecify.annotations.NullMarked;
