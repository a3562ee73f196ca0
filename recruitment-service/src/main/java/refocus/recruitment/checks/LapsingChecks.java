package refocus.recruitment.checks;

import java.time.Instant;

/// An application with a check that lapses, and the moment the first of them does.
record LapsingChecks(String streamId, Instant dueAt) {}
