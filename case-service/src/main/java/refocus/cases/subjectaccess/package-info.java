/// Subject access: what is recorded about a person, in order and in their language, for them to be given.
///
/// Made from the log, whatever the type of an event, so that nothing recorded is left out because nobody thought of it.
/// What is about other people is withheld, and listed, for a records manager to decide.
@NullMarked
package refocus.cases.subjectaccess;

import org.jspecify.annotations.NullMarked;
