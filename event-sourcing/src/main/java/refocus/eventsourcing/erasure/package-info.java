/// Erasure: a person's key is destroyed, and with it every text about them, in the log and everywhere it was copied to.
///
/// | step | what | if it breaks off here |
/// |---|---|---|
/// | ordered | an event in the log says that it shall be | a reaction closes the key |
/// | closed | nothing is sealed or opened by the key any more, on this instance at once, on others within seconds | it stays closed |
/// | waited | until no cache and no running transaction can have the key | the next look waits on |
/// | destroyed | the key is gone; an entry in the erasure log says so | it is destroyed, or entered, again |
/// | proven | every place that copies of texts go to is looked at | it is looked at again |
/// | erased | an event in the log, marked `@Erases`, with what was looked at | |
///
/// What is erased stands in three places: in the log by its events, in the database of keys by the rows that are left, and
/// in a file apart from both where one is named (`refocus.erasure-log`). Whichever of them is restored to an earlier day,
/// [BeforeServing] destroys again what any of the others knows to be erased, before the first request is answered.
@NullMarked
package refocus.eventsourcing.erasure;

import org.jspecify.annotations.NullMarked;
