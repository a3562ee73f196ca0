package refocus.recruitment.retention;

import java.util.UUID;

/// A reference, whose id the referee's name is sealed under.
record ReferenceKept(UUID reference, UUID application) {}
