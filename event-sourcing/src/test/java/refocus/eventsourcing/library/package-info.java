/// A program about library books: what the library's own tests run on.
package refocus.eventsourcing.library;
