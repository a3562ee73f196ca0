package refocus.staff.establishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/// What may be asked about the establishment of a role in a team.
public sealed interface EstablishmentCommand {

    /// Says how many full-time posts there are from that day on; none, where they are given up.
    record SetPosts(UUID team, String role, BigDecimal fte, LocalDate from) implements EstablishmentCommand {}
}
