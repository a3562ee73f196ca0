package refocus.recruitment.checks;

import java.util.UUID;

/// Whose checks an application's are.
public record CheckedApplication(UUID application, UUID candidate) {}
