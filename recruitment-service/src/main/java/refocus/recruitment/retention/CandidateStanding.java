package refocus.recruitment.retention;

import java.time.LocalDate;
import java.util.UUID;

/// What keeps a candidate.
///
/// @param serviceHeld whether a hold on every record lasts
/// @param running whether an application is not over
/// @param keptUntil the last day of all that has ended
record CandidateStanding(
        UUID candidate,
        Boolean held,
        Boolean serviceHeld,
        Boolean running,
        Boolean hired,
        LocalDate keptUntil,
        Boolean erasing) {}
