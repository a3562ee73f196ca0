package refocus.eventsourcing.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which days count: not Saturday, Sunday, Christmas Day, Good Friday, nor a bank holiday in Wales
/// (Banking and Financial Dealings Act 1971, and proclamations).
@Singleton
public class WorkingDays {

    /// The name of the calendar and of its data.
    public static final String WALES = "wales";

    private final HolidayManager rules = HolidayManager.getInstance(ManagerParameters.create("gb"));
    private final Corrections corrections = Corrections.named(WALES);
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    /// The due day of a term of working days: the trigger day is day 0 and is not counted, the due day is.
    public LocalDate after(LocalDate trigger, int days) {
        return Stream.iterate(trigger.plusDays(1), day -> day.plusDays(1))
                .filter(this::counts)
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    public boolean counts(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.computeIfAbsent(day.getYear(), this::holidaysOf).contains(day);
    }

    private Set<LocalDate> holidaysOf(int year) {
        Set<LocalDate> days = new HashSet<>();
        // `wls` is Wales; under another key the library drops the Welsh days without a word.
        rules.getHolidays(Year.of(year), "wls").stream().map(Holiday::getDate).forEach(days::add);
        days.addAll(corrections.holidays());
        days.removeAll(corrections.workedAfterAll());
        return Set.copyOf(days);
    }
}
