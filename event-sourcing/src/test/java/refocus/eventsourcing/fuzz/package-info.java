/// Asks a service for everything that its own description allows, and for what it does not, and holds each reply to
/// what every reply must be.
package refocus.eventsourcing.fuzz;
