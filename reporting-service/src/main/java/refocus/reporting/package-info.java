/// The read side for analysts: figures about direct work, made from what the other services say happened.
///
/// Nothing is decided here and nothing personal arrives: projections keep coarse facts and monthly rollups, reports
/// ask questions of them, and every figure shows its parts and can name the events behind it.
@NullMarked
package refocus.reporting;

import org.jspecify.annotations.NullMarked;
