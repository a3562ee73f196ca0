/// A word planted where people's names and words go, and looked for everywhere it must not be.
package refocus.eventsourcing.canary;
