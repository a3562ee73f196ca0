package refocus.cases.bases;

import java.util.UUID;

/// A child of whose access something was ever said; to all others the usual bases apply.
record GuardedChild(UUID child, Boolean restricted) {}
