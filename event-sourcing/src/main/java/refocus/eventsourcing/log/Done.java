package refocus.eventsourcing.log;

import refocus.eventsourcing.StreamId;

/// A command's outcome: the stream it went to and the version that stream is at since.
public record Done(StreamId stream, long version) {}
