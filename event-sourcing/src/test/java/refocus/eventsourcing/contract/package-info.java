/// What services promise each other, as tests: events, the API, the words of their rules.
package refocus.eventsourcing.contract;
