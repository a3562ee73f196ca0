package refocus.recruitment.retention;

import java.util.UUID;

/// A legal hold on every record that lasts.
record ServiceHeld(UUID hold) {}
