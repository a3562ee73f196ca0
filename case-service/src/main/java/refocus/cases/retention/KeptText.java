package refocus.cases.retention;

import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;

/// What was said of several children, kept for one of them.
///
/// @param event it stood in
/// @param erased the child under whose key it stood
record KeptText(UUID event, String field, UUID erased, Sealed text) {}
