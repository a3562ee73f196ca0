package refocus.staff.sessions;

import java.util.UUID;
import refocus.staff.training.Place.Standing;

/// A worker's standing with a session.
record SessionPlace(UUID session, UUID worker, Standing standing) {}
