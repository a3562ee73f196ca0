package refocus.eventsourcing.log;

import refocus.eventsourcing.StreamId;

/// What a stream's events add up to now.
public record Current<S>(StreamId stream, long version, S state) {}
