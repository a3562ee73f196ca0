package refocus.cases.bases;

import java.util.UUID;

/// A worker who was declared near a child.
record Connection(UUID connection, UUID child, UUID worker) {}
