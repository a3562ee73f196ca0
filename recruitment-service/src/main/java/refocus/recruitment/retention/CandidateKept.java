package refocus.recruitment.retention;

import java.time.LocalDate;
import java.util.UUID;

/// A candidate who is on record, and until when an application not made yet would have kept them.
record CandidateKept(UUID candidate, LocalDate keptUntil, Boolean erasing) {

    CandidateKept leaving() {
        return new CandidateKept(candidate, keptUntil, true);
    }
}
