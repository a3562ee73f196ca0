package refocus.cases.sessiontime;

import java.time.LocalDate;
import java.util.UUID;

/// How much of a worker's day went into sessions, their travel and notes.
public record SessionTime(UUID worker, LocalDate day, Integer minutes) {}
