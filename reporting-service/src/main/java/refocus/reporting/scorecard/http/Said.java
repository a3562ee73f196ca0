package refocus.reporting.scorecard.http;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import refocus.eventsourcing.http.Language;
import refocus.reporting.catalogue.Words;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Column.Amount;
import refocus.reporting.figures.Column.Band;
import refocus.reporting.figures.Column.Count;
import refocus.reporting.figures.Column.Minutes;
import refocus.reporting.figures.Column.Plain;
import refocus.reporting.figures.Column.Rate;
import refocus.reporting.figures.Column.Ratio;
import refocus.reporting.figures.Column.Share;
import refocus.reporting.figures.Column.Voices;
import refocus.reporting.figures.Row;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.period.Period.Bucket;
import refocus.reporting.scorecard.Measure.Change;

/// Numbers, days and changes as a reader of one language expects them.
record Said(Words words, Locale locale) {

    static Said in(Language language) {
        return new Said(Words.in(language), language.locale());
    }

    String word(String key, Object... facts) {
        return words.word(key, List.of(facts));
    }

    /// What stands in a cell: a figure, or why there is none.
    String cell(Column column, Row row) {
        return row.hides(column.name())
                ? word("cell.withheld")
                : row.shown(column.name()).map(value -> figure(column, value)).orElseGet(() -> word("cell.none"));
    }

    String figure(Column column, BigDecimal value) {
        return number(column, value) + unit(column);
    }

    String unit(Column column) {
        return switch (column.measure()) {
            case Share _, Rate _ -> "%";
            case Count _, Band _, Voices _, Plain _, Amount _, Minutes _, Ratio _ -> "";
        };
    }

    String number(Column column, BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        switch (column.measure()) {
            case Share _, Rate _, Ratio _ -> format.setMinimumFractionDigits(1);
            case Count _, Band _, Voices _, Plain _, Amount _, Minutes _ -> format.setMinimumFractionDigits(0);
        }
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /// As in: up 2.1 points since April–June 2026.
    String change(Column column, Change change, By by) {
        String since = period(by, change.from().part());
        if (change.by().signum() == 0) {
            return word("change.none", since);
        }
        String much = number(column, change.by().abs());
        return word(change.by().signum() > 0 ? "change.up" : "change.down", points(column, much), since);
    }

    private String points(Column column, String much) {
        return unit(column).isEmpty() ? much : word("change.points", much);
    }

    /// As in: July–September 2026.
    String period(By by, Bucket part) {
        return marked(by, part, name(by, part, "LLLL", "yyyy"));
    }

    /// The same in little room, as in: Jul–Sep 26.
    String brief(By by, Bucket part) {
        return name(by, part, "LLL", "yy");
    }

    String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    }

    String time(Instant moment) {
        return moment.atZone(Period.WALES).format(DateTimeFormatter.ofPattern("H:mm", locale));
    }

    String moment(Instant moment) {
        return word("moment", date(Period.day(moment)), time(moment));
    }

    private String name(By by, Bucket part, String month, String year) {
        return switch (by) {
            case MONTH -> part.from().format(DateTimeFormatter.ofPattern(month + " " + year, locale));
            case QUARTER -> quarter(part, month, year);
            case YEAR, FINANCIAL_YEAR -> part.key();
        };
    }

    /// With a dash, not a word, between the months: in Welsh a word would change the second.
    private String quarter(Bucket part, String month, String year) {
        YearMonth first = YearMonth.from(part.from()).minusMonths((part.from().getMonthValue() - 1) % 3);
        var months = DateTimeFormatter.ofPattern(month, locale);
        return "%s–%s %s"
                .formatted(
                        months.format(first),
                        months.format(first.plusMonths(2)),
                        DateTimeFormatter.ofPattern(year, locale).format(first));
    }

    private String marked(By by, Bucket part, String name) {
        boolean whole = !isWithin(by, part, part.from().minusDays(1)) && !isWithin(by, part, part.to());
        return whole ? name : word("period.part", name);
    }

    private static boolean isWithin(By by, Bucket part, LocalDate day) {
        return new Period(day, day.plusDays(1)).by(by).getFirst().key().equals(part.key());
    }

    Optional<String> verdict(Change change) {
        return switch (change.verdict()) {
            case BETTER -> Optional.of(word("verdict.better"));
            case WORSE -> Optional.of(word("verdict.worse"));
            case SAME, OPEN -> Optional.empty();
        };
    }
}
