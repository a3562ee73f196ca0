package refocus.cases.deadlines;

import java.util.Optional;
import java.util.UUID;

/// Which referral led to which case: its deadlines are those of the worker who holds the case.
record DeadlineCase(UUID caseId, Optional<UUID> referral) {}
