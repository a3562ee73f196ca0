package refocus.cases.workday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What may be asked about a worker's day.
public sealed interface WorkDayCommand {

    /// Adds to how the day was spent.
    ///
    /// @param elsewhere minutes of that day that sessions and notes already account for, as far as they are known
    /// @param today no time was spent after it
    record LogWorkTime(UUID worker, LocalDate date, List<Entry> entries, int elsewhere, LocalDate today)
            implements WorkDayCommand {}

    /// A part of the day.
    record Entry(String category, int minutes) {}
}
