package refocus.recruitment.retention;

import java.util.UUID;

/// A legal hold that lasts.
record CandidateHeld(UUID hold, UUID candidate) {}
