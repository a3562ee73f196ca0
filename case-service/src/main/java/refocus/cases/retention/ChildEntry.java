package refocus.cases.retention;

import java.util.UUID;

/// A stream with entries about a child.
record ChildEntry(UUID child, String stream) {}
