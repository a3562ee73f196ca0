/// Where answers lie until a survey is closed: apart from the log, with nothing that leads to a person.
///
/// Tokens are minted at opening, all at once and for nobody in particular. The pool keeps those not drawn
/// yet, sealed, and of every token a keyed hash; who draws one is recorded in the log, which one is not
/// recorded anywhere.
///
/// The answers of a survey are one sealed value, shuffled anew with each that is added: there is no row,
/// time, order or transaction of a single answer. Pool and box are sealed under a key of the survey's own.
/// When the result is published, both are deleted and the key is destroyed, so that old pages, logs and
/// copies of the database tell nothing either.
@NullMarked
package refocus.feedback.surveybox;

import org.jspecify.annotations.NullMarked;
