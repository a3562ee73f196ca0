package refocus.feedback.surveys;

import java.time.Instant;

/// An open survey, and the moment its last day is over.
record DueSurvey(String streamId, Instant dueAt) {}
