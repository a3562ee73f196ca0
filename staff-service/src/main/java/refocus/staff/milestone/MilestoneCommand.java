package refocus.staff.milestone;

import java.time.LocalDate;
import refocus.staff.Bilingual;

/// What may be asked about a milestone.
public sealed interface MilestoneCommand {

    /// Says that something was reached that every trend should show.
    record Reach(Bilingual name, LocalDate date, LocalDate today) implements MilestoneCommand {}
}
