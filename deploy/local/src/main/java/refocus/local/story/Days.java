package refocus.local.story;

import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The days of the story: which of them are told of, and what a day is in Wales.
final class Days {

    /// Days that are told of whole, with everything that happened on them: from a Monday up to another.
    ///
    /// @param sampled whether nothing is told of before and after: its cases begin and end in it
    record Season(LocalDate from, LocalDate to, boolean sampled) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }

        LocalDate lastDay() {
            return to.minusDays(1);
        }
    }

    static final LocalDate BEGINNING = LocalDate.of(2014, 4, 1);

    private static final ZoneId WALES = ZoneId.of("Europe/London");
    private static final int YEARS_IN_FULL = 2;

    private Days() {}

    /// The last two years in full; before that the whole weeks of some Aprils and Octobers, so that a week that is told
    /// of is told of for all its days.
    static List<Season> toldUntil(LocalDate last) {
        var full = last.minusYears(YEARS_IN_FULL).with(nextOrSame(DayOfWeek.MONDAY));
        var sampled = Stream.iterate(BEGINNING, Days::nextSampled)
                .map(month -> new Season(month.with(firstInMonth(DayOfWeek.MONDAY)), mondayAfterLastWeek(month), true))
                .takeWhile(season -> season.to().isBefore(full));
        return Stream.concat(sampled, Stream.of(new Season(full, last.plusDays(1), false)))
                .toList();
    }

    /// A moment of a day as one reads it off a clock in Wales: `2019-04-01T09:00`.
    static Instant at(String text) {
        return LocalDateTime.parse(text).atZone(WALES).toInstant();
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, 0).plusMinutes(minute).atZone(WALES).toInstant();
    }

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, WALES);
    }

    /// Christmas and New Year apart, the story knows no holidays.
    static boolean isWorking(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !(day.getMonthValue() == 12 && day.getDayOfMonth() > 24) && day.getDayOfYear() != 1;
    }

    static LocalDate workingDaysAfter(LocalDate day, int count) {
        return count == 0
                ? day
                : Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                        .filter(Days::isWorking)
                        .skip(count - 1L)
                        .findFirst()
                        .orElseThrow();
    }

    /// The first April, each October, and since the four teams are one each April again.
    private static LocalDate nextSampled(LocalDate month) {
        return month.plusMonths(month.getMonthValue() == 4 || month.getYear() >= 2018 ? 6 : 12);
    }

    private static LocalDate mondayAfterLastWeek(LocalDate month) {
        return month.plusMonths(1).with(previousOrSame(DayOfWeek.MONDAY));
    }
}
